// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.ginnel.lab.leak.subject.Ability;
import org.junit.jupiter.api.Test;

class ScenariosTest {
    @Test
    void scenarios_areAtLeastTwentyThatAnyClientCanBePutTo() {
        assertThat(Scenarios.all()).extracting(Scenario::name).doesNotHaveDuplicates();
        assertThat(Scenarios.all())
                .filteredOn(scenario -> scenario.hindrance(Set.of()).isEmpty())
                .hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void whatAClientLacks_isSaid() {
        var pause = Scenarios.named("pause, and after it is over");
        assertThat(pause.hindrance(Set.of())).contains("not supported: pause");
        assertThat(pause.hindrance(EnumSet.of(Ability.PAUSE))).isEmpty();
    }

    @Test
    void whatNobodyCanBePutTo_saysWhy_toEverybody() {
        assertThat(Scenarios.named("clock jump").hindrance(EnumSet.allOf(Ability.class)))
                .hasValueSatisfying(why -> assertThat(why).startsWith("not tried: "));
    }

    @Test
    void unknownName_isRefused() {
        assertThatThrownBy(() -> Scenarios.named("nothing")).isInstanceOf(IllegalArgumentException.class);
    }
}
