// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.ginnel.account.ApiKey;
import org.ginnel.control.Request;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Histories;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with the window, done by mouse and keyboard on the real one.
@Timeout(60)
class WindowTest {
    private static final String KEY = "testuser_pro_a3562544513ab101";
    private static final Map<String, String> DEMO =
            Map.of("GINNEL_DEMO_KEY", KEY, "GINNEL_DEMO_API", "https://api.demo.example");

    @Test
    void pasteAKey_connect_disconnect() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.click("#paste-key");
            window.type(" \"" + KEY + "\" ");
            window.click("#api-address");
            window.type("api.vpn.example.com");
            window.press(KeyCode.ENTER);
            window.awaitText("#state", "Not connected");
            assertThat(daemon.requests())
                    .contains(new Request.Login(ApiKey.parse(KEY).orElseThrow(), "https://api.vpn.example.com"));

            window.click("#connect");
            window.awaitText("#state", "Connected");
            window.awaitText("#state-detail", "Frankfurt, Germany");
            assertThat(window.text("#proof")).startsWith("Last round trip");
            assertThat(window.text("#fact-exit")).isEqualTo(Snapshots.EXIT_ADDRESS);
            window.click("#connect");
            window.awaitText("#state", "Not connected");
        }
    }

    @Test
    void theDemoNetwork_isOneClickAway() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var window = new DrivenWindow(daemon.socket(), DEMO)) {
            window.click("#use-demo");
            window.awaitText("#state", "Not connected");
        }
    }

    @Test
    void withoutADemoNetwork_noneIsOffered() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.awaitNode("#login");
            assertThat(window.has("#use-demo")).isFalse();
        }
    }

    @Test
    void offline_isCalledOffline_andTheKeyStaysInTheField() {
        var offline = Scenario.loginRefused(new ErrorCause.Offline("api.demo.example"));
        try (var daemon = FakeDaemon.start(offline);
                var window = new DrivenWindow(daemon.socket(), DEMO)) {
            window.click("#use-demo");
            window.awaitText("#problem-title", "Your provider cannot be reached");
            assertThat(window.text("#problem-why")).contains("api.demo.example");
        }
    }

    @Test
    void theWholeWay_byKeyboardAlone() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.awaitText("#state", "Not connected");
            window.press(KeyCode.SPACE);
            window.awaitText("#state", "Connected");

            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            window.awaitNode("#server-eu-central-1");
            window.type("tokyo");
            window.awaitNode("#server-ap-northeast-1");
            window.press(KeyCode.ENTER);
            window.awaitText("#state-detail", "Tokyo, Japan");
        }
    }

    @Test
    void theList_reachedByTab_showsWhatEnterWouldChoose() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.awaitText("#state", "Not connected");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            window.awaitNode("#server-eu-central-1");
            window.await(() -> window.node("#search").isFocused(), "the search has the keyboard");
            while (!window.node("#servers").isFocused()) {
                window.press(KeyCode.TAB);
            }
            window.press(KeyCode.ENTER);
            window.awaitText("#state-detail", "Frankfurt, Germany");

            assertThat(daemon.requests()).contains(new Request.Connect(new Target.Fastest(), false));
        }
    }

    @Test
    void aPageThatIsFilledLater_beginsWhereTabBegins() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected().remembering(Histories.threeWeeks(Servers.NOON)));
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.awaitText("#state", "Not connected");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.awaitNode("#span-day");
            window.press(KeyCode.TAB);

            window.await(() -> window.node("#span-day").isFocused(), "the first choice of the page has the keyboard");
        }
    }

    @Test
    void aServer_isChosenByAClick_andTheFastestToo() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.click("#nav-locations");
            window.click("#server-eu-west-1");
            window.awaitText("#state-detail", "London, UK");
            window.click("#nav-locations");
            window.click("#fastest");
            window.awaitText("#state-detail", "Frankfurt, Germany");

            assertThat(daemon.requests().stream().filter(Request.Connect.class::isInstance))
                    .containsExactly(
                            new Request.Connect(new Target.Chosen("eu-west-1"), false),
                            new Request.Connect(new Target.Fastest(), false));
        }
    }

    @Test
    void fiveHundredServers_haveNodesOnlyInSight() {
        try (var daemon = FakeDaemon.start(Scenario.manyServers(500));
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.click("#nav-locations");
            window.awaitNode("#fastest");

            assertThat(window.count(".list-cell")).isBetween(5, 40);
        }
    }

    @Test
    void blocked_saysWhyAndWhatToDo_andOpensOnlyWhenAsked() {
        var cause = new ErrorCause.NoHandshake("203.0.113.4:51820", Duration.ofSeconds(5));
        try (var daemon = FakeDaemon.start(Scenario.blocked(cause));
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.awaitText("#state", "Blocked");
            assertThat(window.text("#problem-title")).isEqualTo("The server does not answer");
            assertThat(window.text("#connect")).isEqualTo("Try again");
            window.click("#remedy");
            window.awaitNode("#servers");
            window.click("#nav-connect");
            assertThat(window.text("#disconnect")).isEqualTo("Unblock");
            window.click("#disconnect");
            window.awaitText("#state", "Not connected");
        }
    }

    @Test
    void nobodyThere_saysHowToStartTheService_andGoesOnByItself(@TempDir Path directory) {
        try (var window = new DrivenWindow(directory.resolve("none.sock"), Map.of())) {
            window.awaitText("#problem-title", "The Ginnel service is not running");
            assertThat(window.text("#problem-next")).contains("sudo systemctl start ginneld");
            assertThat(window.has("#try-now")).isTrue();
        }
    }

    @Test
    void aDaemonThatComesBack_isFoundAgain() {
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.awaitText("#state", "Connected");
            daemon.hangUp();
            daemon.change(s -> Snapshots.loggedIn());
            window.awaitText("#state", "Not connected");
        }
    }

    @Test
    void otherKeys_areOneLineOfThePalette_andWhatCameOfItIsInSight() {
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var window = new DrivenWindow(daemon.socket(), Map.of(), 420, 600)) {
            window.awaitText("#state", "Connected");
            window.press(KeyCode.CONTROL, KeyCode.K);
            window.awaitNode("#command-disconnect");
            window.type("rotate keys");
            window.awaitNode("#command-change-keys");
            window.press(KeyCode.ENTER);

            window.awaitText("#keys-news", "Noted. The next connection to a server of your provider uses new keys.");
            window.await(() -> window.isInSight(window.node("#keys-news")), "it is in sight");
            assertThat(daemon.requests()).contains(new Request.ChangeKeys());
        }
    }

    @Test
    void otherKeysThatAreRefused_areSaidToBe_besideTheButton() {
        try (var daemon = FakeDaemon.start(Scenario.notPermitted());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.click("#nav-settings");
            window.click("#change-keys");

            window.await(() -> window.has("#keys-refusal"), "the refusal is told");
            assertThat(window.text("#keys-refusal")).startsWith("Nothing was changed. ");
            assertThat(window.isInSight(window.node("#keys-refusal"))).isTrue();
        }
    }

    @Test
    void settings_areTheDaemons_andLoggingOutIsConfirmed() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.click("#nav-settings");
            window.click("#allow-lan");
            window.await(() -> daemon.snapshot().settings().allowLan(), "the setting is changed");
            window.click("#logout");
            assertThat(daemon.snapshot().account()).isPresent();
            window.click("#logout-no");
            window.click("#logout");
            window.click("#logout-yes");
            window.awaitNode("#paste-key");
            assertThat(daemon.snapshot().account()).isEmpty();
        }
    }

    @Test
    void whoMayOnlyLook_isToldWhy() {
        try (var daemon = FakeDaemon.start(Scenario.notPermitted());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.click("#connect");
            window.awaitText("#problem-title", "You may look but not change");
        }
    }

    @Test
    void whatIsTypedAsAKey_isHidden_untilRevealed() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var window = new DrivenWindow(daemon.socket(), Map.of())) {
            window.click("#paste-key");
            window.type("abc");
            window.await(() -> window.drawnTexts("#paste-key").contains("\u2022\u2022\u2022"), "dots are shown");
            assertThat(window.drawnTexts("#paste-key")).doesNotContain("abc");
            window.click("#reveal-key");
            window.await(() -> window.drawnTexts("#paste-key").contains("abc"), "the key is shown");
        }
    }

    @Test
    void closing_hangsUpAndLeavesTheTunnel() {
        try (var daemon = FakeDaemon.start(Scenario.connected())) {
            try (var window = new DrivenWindow(daemon.socket(), Map.of())) {
                window.awaitText("#state", "Connected");
            }
            assertThat(daemon.requests())
                    .extracting(request -> (Object) request.getClass())
                    .isSubsetOf(List.of(Request.Hello.class, Request.Watch.class, Request.ListServers.class));
        }
    }
}
