// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.route.RoutePlan;
import org.junit.jupiter.api.Test;

/// What every [Routes] does.
public abstract class RoutesContract {
    /// The routes under test, as a machine has them whose tunnel device exists.
    protected abstract Routes routes();

    /// Another program removes one of the rules that divert.
    protected abstract void removeByAnother();

    @Test
    void prepare_doesNotDivert() {
        assertThat(routes().prepare(Plans.routes())).isEmpty();
        assertThat(routes().stand()).isFalse();
    }

    @Test
    void divert_stands() {
        divert(Plans.routes());
    }

    @Test
    void divert_again_stands() {
        divert(Plans.routes());
        assertThat(routes().divert(Plans.routes())).isEmpty();
        assertThat(routes().stand()).isTrue();
        divert(Plans.routes());
    }

    @Test
    void divert_anotherPlan_stands() {
        divert(Plans.routes());
        divert(Plans.routes("192.0.2.0/24", "2001:db8::1/128"));
    }

    @Test
    void restore_nothingStands() {
        divert(Plans.routes());
        assertThat(routes().restore()).isEmpty();
        assertThat(routes().stand()).isFalse();
    }

    @Test
    void restore_withNothingToDo_isSuccess() {
        assertThat(routes().restore()).isEmpty();
        assertThat(routes().restore()).isEmpty();
    }

    @Test
    void stand_afterAnotherRemovedARule_isFalseUntilDivertedAgain() {
        divert(Plans.routes());
        removeByAnother();
        assertThat(routes().stand()).isFalse();
        assertThat(routes().divert(Plans.routes())).isEmpty();
        assertThat(routes().stand()).isTrue();
    }

    @Test
    void release_ofALaneThatIsNotThere_isSuccess() {
        assertThat(routes().release(Lane.SECOND)).isEmpty();
        divert(Plans.routes());
        assertThat(routes().release(Lane.SECOND)).isEmpty();
        assertThat(routes().stand()).isTrue();
    }

    private void divert(RoutePlan plan) {
        assertThat(routes().prepare(plan)).isEmpty();
        assertThat(routes().divert(plan)).isEmpty();
        assertThat(routes().stand()).isTrue();
    }
}
