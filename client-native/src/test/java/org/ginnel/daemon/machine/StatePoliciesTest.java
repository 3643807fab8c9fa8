// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.junit.jupiter.api.Test;

/// So that goldens of every state are of every state.
class StatePoliciesTest {
    @Test
    void everyState_isThere_andEachThatProtectsHasAPolicy() {
        var found = StatePolicies.byState();

        assertThat(found.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(State.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
        assertThat(found.get("Connected")).hasSizeGreaterThan(3);
        assertThat(found.get("Blocked")).isNotEmpty().noneMatch(FirewallPolicy.Open.class::isInstance);
        assertThat(found.get("Paused")).contains(new FirewallPolicy.Open());
    }
}
