// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.Scenario;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.preferences.Preferences;
import org.junit.jupiter.api.Test;

class ConnectAtStartTest {
    private static final Preferences WANTED = Preferences.defaults().withConnectAtStart(true);

    private static LinkState live(Snapshot snapshot) {
        return new LinkState.Live(snapshot, "ginneld", true, true);
    }

    @Test
    void itConnects_once_whenNothingIsConnected() {
        var start = new ConnectAtStart();

        assertThat(start.wants(new LinkState.Searching(), WANTED)).isFalse();
        assertThat(start.wants(live(Scenario.disconnected().start()), WANTED)).isTrue();
        assertThat(start.wants(live(Scenario.disconnected().start()), WANTED)).isFalse();
        assertThat(new ConnectAtStart().wants(live(Scenario.locked().start()), WANTED))
                .isTrue();
    }

    @Test
    void whatIsThereAlready_isLeftAlone() {
        for (var scenario : new Scenario[] {
            Scenario.connected(),
            Scenario.paused(Instant.now()),
            Scenario.blocked(new ErrorCause.NoServers()),
            Scenario.loggedOut()
        }) {
            assertThat(new ConnectAtStart().wants(live(scenario.start()), WANTED))
                    .isFalse();
        }
        var open = live(Scenario.disconnected().start());
        assertThat(new ConnectAtStart().wants(open, Preferences.defaults())).isFalse();
        assertThat(new ConnectAtStart()
                        .wants(new LinkState.Live(Scenario.disconnected().start(), "d", false, true), WANTED))
                .isFalse();
    }
}
