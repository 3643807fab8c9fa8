// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Snapshots;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Where the keyboard is after something happened, and what it says there to who cannot see.
@Timeout(60)
class KeyboardTest {
    @Test
    void theBigControl_tellsTheState_andKeepsTheKeyboard() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.awaitText("#state", "Not connected");
            assertThat(told(window, "#connect"))
                    .isEqualTo("Not connected. " + "Your traffic leaves this machine unprotected. Connect");
            window.press(KeyCode.SPACE);
            window.awaitText("#state", "Connected");
            assertThat(told(window, "#connect")).isEqualTo("Connected. Frankfurt, Germany. Disconnect");

            daemon.change(now -> Snapshots.withTunnel(now, new TunnelView.Disconnecting()));
            window.await(() -> window.node("#connect").isDisabled(), "there is nothing to do");
            daemon.change(now -> Snapshots.withTunnel(now, new TunnelView.Disconnected(Optional.empty())));
            window.await(() -> !window.node("#connect").isDisabled(), "there is again");

            window.await(() -> window.node("#connect").isFocused(), "the big control has the keyboard");
        }
    }

    @Test
    void whatIsWrongWithAKey_isToldAtTheKey() {
        var refusing = Scenario.loginRefused(new ErrorCause.KeyRefused());
        try (var daemon = FakeDaemon.start(refusing);
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.click("#api-address");
            window.type("vpn.example.com");
            window.press(KeyCode.ENTER);
            window.await(() -> window.node("#paste-key").isFocused(), "the key has the keyboard");
            assertThat(help(window, "#paste-key")).isEqualTo("Paste your key first.");

            window.type("some-key");
            window.press(KeyCode.ENTER);
            window.awaitText("#problem-title", "The key was refused");
            window.await(() -> window.node("#paste-key").isFocused(), "the key has the keyboard again");
            assertThat(help(window, "#paste-key")).isEqualTo("The key was refused");
            assertThat(help(window, "#api-address")).isEmpty();
        }
    }

    @Test
    void whoWaitsForAKey_canCallItOff_andIsAtTheKeyAgain() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut().slowly());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.click("#paste-key");
            window.type("some-key");
            window.click("#api-address");
            window.type("vpn.example.com");
            window.press(KeyCode.ENTER);
            window.await(() -> window.node("#cancel-login").isFocused(), "calling it off has the keyboard");
            window.press(KeyCode.SPACE);

            window.await(() -> window.node("#paste-key").isFocused(), "the key has the keyboard");
        }
    }

    @Test
    void whatIsWrongWithAnAddress_isToldAtTheAddress() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.click("#paste-key");
            window.type("some-key");
            window.press(KeyCode.ENTER);

            window.await(() -> window.node("#api-address").isFocused(), "the address has the keyboard");
            assertThat(help(window, "#api-address")).startsWith("Enter the address of your provider");
        }
    }

    private static String told(DrivenWindow window, String id) {
        return String.valueOf(window.node(id).getAccessibleText());
    }

    private static String help(DrivenWindow window, String id) {
        return String.valueOf(window.node(id).getAccessibleHelp());
    }
}
