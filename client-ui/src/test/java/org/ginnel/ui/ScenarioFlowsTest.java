// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.ginnel.account.ApiKey;
import org.ginnel.control.Request;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One way through the window for each kind of day: slow, offline, blocked, leaking, expired, a thousand servers.
@Timeout(60)
class ScenarioFlowsTest {
    private static final ErrorCause SILENT = new ErrorCause.NoHandshake("203.0.113.4:51820", Duration.ofSeconds(5));
    private static final String NEXT_KEY = "testuser_pro_b4673655624bc212";

    private static DrivenWindow window(FakeDaemon daemon) {
        return new DrivenWindow(daemon.socket(), Map.of());
    }

    @Test
    void slow_saysEveryStep_canBeCancelled_andArrives() {
        try (var daemon = FakeDaemon.start(Scenario.connectingSlowly());
                var window = window(daemon)) {
            window.click("#connect");
            window.awaitText("#state", "Connecting");
            window.awaitText("#connect", "Cancel");
            var step = window.text("#state-detail");
            assertThat(daemon.advance()).isTrue();
            window.await(() -> !window.text("#state-detail").equals(step), "the next step is told");
            window.click("#connect");
            window.await(
                    () -> daemon.requests().stream().anyMatch(Request.Disconnect.class::isInstance),
                    "it is called off");
            while (daemon.advance()) {}
            window.awaitText("#state", "Not connected");

            window.click("#connect");
            window.awaitText("#state", "Connecting");
            while (daemon.advance()) {}
            window.awaitText("#state", "Connected");
        }
    }

    @Test
    void offline_isCalledThat_keepsTheKey_andCanBeTriedAgain() {
        try (var daemon = FakeDaemon.start(Scenario.offline());
                var window = window(daemon)) {
            window.click("#connect");
            window.awaitText("#problem-title", "Your provider cannot be reached");
            assertThat(window.text("#problem-why")).contains("api.vpn.example.com", "Your key was not checked");
            assertThat(window.text("#state")).isEqualTo("Not connected");
            var before = connects(daemon);
            window.click("#remedy");
            window.await(() -> connects(daemon) > before, "it is tried again");
            assertThat(daemon.snapshot().account()).isPresent();
        }
    }

    private static long connects(FakeDaemon daemon) {
        return daemon.requests().stream()
                .filter(Request.Connect.class::isInstance)
                .count();
    }

    @Test
    void blocked_saysWhoAndWhy_andAnotherServerEndsIt() {
        try (var daemon = FakeDaemon.start(Scenario.blocked(SILENT));
                var window = window(daemon)) {
            window.awaitText("#state", "Blocked");
            assertThat(window.text("#state-detail")).contains("firewall lets nothing out");
            assertThat(window.text("#problem-why")).contains("203.0.113.4:51820");
            window.click("#remedy");
            window.click("#server-eu-west-1");
            window.awaitText("#state-detail", "London, UK");
            window.awaitText("#state", "Connected");
        }
    }

    @Test
    void leaking_isNeverCalledBlocked_andOffersOnlyWhatHelps() {
        try (var daemon = FakeDaemon.start(Scenario.leaking(SILENT));
                var window = window(daemon)) {
            window.awaitText("#state", "Not protected");
            assertThat(window.text("#state-detail")).contains("traffic may leave");
            assertThat(window.has("#open")).isFalse();
            assertThat(window.text("#connect")).isEqualTo("Try again");
            window.click("#disconnect");
            window.awaitText("#state", "Not connected");
        }
    }

    @Test
    void expired_namesTheKey_andAnotherOneHelps() {
        try (var daemon = FakeDaemon.start(Scenario.expired());
                var window = window(daemon)) {
            window.click("#connect");
            window.awaitText("#problem-title", "The key was refused");
            assertThat(window.text("#remedy")).isEqualTo("Use another key");
            window.click("#remedy");
            window.click("#paste-key");
            window.type(NEXT_KEY);
            window.click("#api-address");
            window.type("api.vpn.example.com");
            window.press(KeyCode.ENTER);
            window.awaitText("#state", "Not connected");
            assertThat(daemon.requests())
                    .contains(new Request.Login(ApiKey.parse(NEXT_KEY).orElseThrow(), "https://api.vpn.example.com"));
            window.click("#connect");
            window.awaitText("#state", "Connected");
        }
    }

    @Test
    void aThousandServers_areSearched_andOneIsTakenByKeyboardAlone() {
        try (var daemon = FakeDaemon.start(Scenario.manyServers(1000));
                var window = window(daemon)) {
            window.awaitText("#state", "Not connected");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            window.awaitNode("#fastest");
            assertThat(window.count(".list-cell")).isLessThan(40);
            window.type("city 0731");
            window.awaitNode("#server-x-0731");
            window.press(KeyCode.ENTER);
            window.awaitText("#state-detail", "City 0731, Country 31");
        }
    }
}
