// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.ginnel.control.Finding;
import org.ginnel.control.Request;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a person does with what lets nothing leave, and with a pause from it, done by mouse and keyboard.
@Timeout(60)
class ProtectionWindowTest {
    @Test
    void blocked_triesAgain() {
        try (var daemon = FakeDaemon.start(Scenario.blocked(new ErrorCause.DeviceLost("ginnel0")));
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.awaitText("#state", "Blocked");
            assertThat(window.has("#remedy")).isFalse();
            window.click("#connect");
            window.awaitText("#state", "Connected");
        }
    }

    @Test
    void blocked_showsWhatTheServiceFinds_andCopiesIt() {
        var rule = new Finding("firewall", Finding.Verdict.FAILED, "rule 9 refuses everything else", "Connect.");
        var blocked = Scenario.blocked(new ErrorCause.DeviceLost("ginnel0")).finding(List.of(rule));
        try (var daemon = FakeDaemon.start(blocked);
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.awaitText("#state", "Blocked");
            assertThat(daemon.requests()).noneMatch(Request.Diagnose.class::isInstance);
            window.click("#toggle-details");
            window.awaitNode("#findings");
            assertThat(window.drawnTexts("#findings"))
                    .containsExactly("firewall: failed", "rule 9 refuses everything else", "Connect.");
            window.click("#copy-details");
            window.awaitText("#copy-details", "Copied");
            assertThat(window.clipboard())
                    .startsWith("Ginnel is blocked since ")
                    .contains("FAILED firewall: rule 9 refuses everything else");
            window.click("#toggle-details");
            window.await(() -> !window.has("#findings"), "the details are hidden");
        }
    }

    @Test
    void pausing_countsDown_andResumes_byKeyboardAlone() {
        try (var daemon = FakeDaemon.start(Scenario.connected(), InstantSource.system());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.awaitText("#state", "Connected");
            window.press(KeyCode.SHIFT, KeyCode.TAB);
            window.press(KeyCode.SHIFT, KeyCode.TAB);
            window.press(KeyCode.SPACE);
            window.awaitText("#state", "Paused");
            assertThat(daemon.requests()).contains(new Request.Pause(Duration.ofMinutes(30)));
            assertThat(window.text("#countdown")).matches("30:00|29:5\\d");
            assertThat(window.text("#fact-then")).isEqualTo("Back to Frankfurt, Germany");
            var before = window.text("#countdown");
            window.await(() -> !window.text("#countdown").equals(before), "a second is counted");

            window.press(KeyCode.SPACE);
            window.awaitText("#state", "Connected");
            assertThat(daemon.requests()).contains(new Request.EndPause(false));
        }
    }

    @Test
    void lockdown_isASwitch_andItsScreenOpensForAWhile() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected(), InstantSource.system());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.click("#nav-settings");
            window.click("#lockdown");
            window.await(() -> daemon.snapshot().settings().lockdown(), "the setting is changed");
            window.click("#nav-connect");
            window.awaitText("#state-detail", "Lockdown lets nothing out.");
            assertThat(window.text("#connect")).isEqualTo("Connect");

            window.click("#open");
            window.awaitText("#state", "Paused");
            assertThat(window.text("#fact-then")).isEqualTo("Lockdown again");
            window.click("#connect");
            window.awaitText("#state-detail", "Lockdown lets nothing out.");
            window.click("#connect");
            window.awaitText("#state", "Connected");
        }
    }

    @Test
    void dnsServers_areCheckedBeforeTheyAreSaved() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.click("#nav-settings");
            assertThat(window.has("#dns-save")).isFalse();
            window.click("#dns");
            window.type("9.9.9");
            window.click("#dns-save");
            window.awaitNode("#dns-mistake");
            assertThat(daemon.snapshot().settings().dns()).isEmpty();

            window.click("#dns");
            window.press(KeyCode.END);
            window.type(".9 2620:fe::fe");
            window.press(KeyCode.ENTER);
            window.await(
                    () -> daemon.snapshot().settings().dns().equals(List.of("9.9.9.9", "2620:fe::fe")),
                    "they are saved");
            window.await(() -> !window.has("#dns-save"), "nothing is left to save");
            window.await(() -> window.drawnTexts("#dns").contains("9.9.9.9, 2620:fe::fe"), "they stand there");
        }
    }

    @Test
    void whatAnotherProgramDid_isToldOnce() {
        var disturbance = new Disturbance(ErrorCause.Part.FIREWALL, Servers.NOON, 1);
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.awaitText("#state", "Connected");
            assertThat(window.has("#notice")).isFalse();
            daemon.change(s -> Snapshots.withDisturbance(s, Optional.of(disturbance)));
            window.awaitNode("#notice");
            assertThat(window.text("#notice-text")).startsWith("Another program changed the firewall at ");
            window.click("#dismiss-notice");
            window.await(() -> !window.has("#notice"), "the notice is gone");
            window.click("#nav-settings");
            window.click("#nav-connect");
            window.awaitText("#state", "Connected");
            assertThat(window.has("#notice")).isFalse();
        }
    }
}
