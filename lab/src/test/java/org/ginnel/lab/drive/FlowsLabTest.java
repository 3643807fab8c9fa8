// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.ginnel.lab.Demos;
import org.ginnel.lab.Family;
import org.ginnel.lab.LabTests;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.operator.Operator;
import org.ginnel.ui.GinnelWindow;
import org.ginnel.ui.theme.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do with the window on other than the best of days: the real window, used by mouse, on the real
/// daemon.
@Tag(LabTests.LONG)
class FlowsLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> OUT_OF_REACH = Set.of("Your network is down", "Your provider cannot be reached");

    @TempDir
    private static Path home;

    private static Demo demo;
    private static GinnelWindow window;
    private static Driver driver;

    @BeforeAll
    static void open() throws IOException {
        demo = Demos.loggedIn();
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("javafx.cachedir", home.resolve("javafx").toString());
        Platform.startup(() -> Application.setUserAgentStylesheet(Theme.base()));
        Platform.setImplicitExit(false);
        var stage = Driver.onFx(Stage::new);
        window = Driver.onFx(() -> GinnelWindow.open(stage, Demo.SOCKET, Map.of("HOME", home.toString())));
        driver = new Driver(stage, PATIENCE);
    }

    @AfterAll
    static void close() throws IOException {
        Driver.onFx(() -> {
            window.close();
            return true;
        });
        demo.close();
    }

    @AfterEach
    void rest() {
        demo.ginnel("disconnect").orThrow();
        awaitState("Not connected");
    }

    private static void awaitState(String words) {
        driver.awaitText("state", words::equals);
    }

    private static String exitOf(String gateway) {
        return demo.lab().gateway(gateway).addresses().exit4();
    }

    private static String seenFrom() throws IOException {
        return demo.client().exitSeenBy(Family.IPV4);
    }

    private static void choose(String server, String place) {
        driver.click("nav-locations");
        driver.click("server-" + server);
        driver.awaitText("state-detail", place::equals);
        awaitState("Connected");
    }

    @Test
    void aServerIsChosenByHand_thenAnother_andThenNone() throws IOException {
        awaitState("Not connected");
        choose("de-fra-1", "Frankfurt, Germany");
        assertThat(seenFrom()).isEqualTo(exitOf("gw2"));

        choose("nl-ams-1", "Amsterdam, Netherlands");
        assertThat(seenFrom()).isEqualTo(exitOf("gw1"));

        driver.click("connect");
        awaitState("Not connected");
        assertThat(seenFrom()).isEqualTo(Addresses.DIRECT4);
    }

    @Test
    void aPause_opens_andIsEndedByAClick() throws IOException {
        driver.click("connect");
        awaitState("Connected");
        driver.click("pause-5");
        awaitState("Paused");
        assertThat(seenFrom()).isEqualTo(Addresses.DIRECT4);

        driver.click("connect");
        awaitState("Connected");
        assertThat(seenFrom()).isEqualTo(exitOf("gw1"));
    }

    @Test
    void aKeyThatIsWrong_isCalledThat_andTheRightOneHelps() {
        demo.ginnel("logout").orThrow();
        driver.fill("paste-key", "alice_pro_00000000000000000000");
        driver.fill("api-address", Operator.API);
        driver.click("login");
        driver.awaitText("problem-title", "The key was refused"::equals);

        driver.fill("paste-key", demo.operator().key("alice", "pro"));
        driver.click("login");
        awaitState("Not connected");
    }

    @Test
    void aServiceThatDies_isMissed_andFoundAgainWithTheTunnel() throws IOException {
        driver.click("connect");
        awaitState("Connected");
        demo.daemon().kill();
        driver.awaitText("problem-title", "The Ginnel service is not running"::equals);

        demo.daemon().restart();
        awaitState("Connected");
        assertThat(seenFrom()).isEqualTo(exitOf("gw1"));
    }

    @Test
    void aNetworkThatGoes_keepsEverythingIn_andComesBackByItself() throws IOException {
        driver.click("connect");
        awaitState("Connected");
        demo.lab().online(false);
        try {
            driver.awaitText("state", words -> words.equals("Reconnecting") || words.equals("Blocked"));
            awaitState("Blocked");
            // Of the network, or of the provider that is behind it; never of the key or the server.
            driver.awaitText("problem-title", OUT_OF_REACH::contains);
            driver.awaitNode("toggle-details");
        } finally {
            demo.lab().online(true);
        }
        awaitState("Connected");
        assertThat(seenFrom()).isEqualTo(exitOf("gw1"));
    }
}
