// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.ginnel.control.Finding;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Histories;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.history.History;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.wireguard.ConfigProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Draws every screen in every theme to `target/screenshots`, for people to look at, and lets no text be cut.
class GalleryTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final ErrorCause SILENT = new ErrorCause.NoHandshake("203.0.113.4:51820", Duration.ofSeconds(5));

    private static final ErrorCause HOSTILE =
            new ErrorCause.ConfigRefused(List.of(new ConfigProblem(4, "PostUp", ConfigProblem.Reason.FORBIDDEN_KEY)));

    private static final List<Finding> FINDINGS = List.of(
            new Finding(
                    "firewall",
                    Finding.Verdict.WARNING,
                    "rule 9 (everything else) refused 1,204 packets since 12:03:17, the last one 2 s ago",
                    "Connect, or run `ginnel pause 10m`."),
            new Finding(
                    "tunnel",
                    Finding.Verdict.FAILED,
                    "203.0.113.4:51820 has not answered a handshake since 12:03:12",
                    "Connect to another server."),
            new Finding("dns", Finding.Verdict.OK, "systemd-resolved answers", ""),
            new Finding("api", Finding.Verdict.OK, "https://api.vpn.example.com answered in 41 ms", ""));

    record Shot(String name, Scenario scenario, double width, double height, Consumer<DrivenWindow> steps) {
        Shot(String name, Scenario scenario, Consumer<DrivenWindow> steps) {
            this(name, scenario, 420, 720, steps);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shot> shots() {
        return Stream.of(onboarding(), connect(), closed(), moving(), places(), activity(), rest())
                .flatMap(shots -> shots);
    }

    private static Stream<Shot> onboarding() {
        return Stream.of(
                new Shot("onboarding", Scenario.loggedOut(), w -> w.awaitNode("#login")),
                new Shot("onboarding-mistakes", Scenario.loggedOut(), w -> {
                    w.click("#api-address");
                    w.type("http://vpn.example.com");
                    w.click("#login");
                    w.awaitNode("#key-mistake");
                }),
                refusedLogin("onboarding-offline", new ErrorCause.Offline("api.demo.example")),
                refusedLogin("onboarding-wrong-key", new ErrorCause.KeyRefused()),
                refusedLogin(
                        "onboarding-untrusted", new ErrorCause.ApiUntrusted("api.demo.example", "certificate expired")),
                refusedLogin("onboarding-slow", new ErrorCause.ApiTooSlow("GET /api/servers", Duration.ofSeconds(15))),
                new Shot("onboarding-busy", Scenario.loggedOut().slowly(), w -> {
                    w.click("#use-demo");
                    w.awaitNode("#cancel-login");
                }));
    }

    private static Shot refusedLogin(String name, ErrorCause cause) {
        return new Shot(name, Scenario.loginRefused(cause), w -> {
            w.click("#use-demo");
            w.awaitNode("#problem");
        });
    }

    private static Stream<Shot> connect() {
        var recents = Snapshots.withRecents(Snapshots.loggedIn(), List.of("eu-west-1", "ap-northeast-1", "sa-east-1"));
        return Stream.of(
                new Shot(
                        "disconnected",
                        Scenario.startingAs(recents),
                        w -> w.awaitText("#destination-server", "Frankfurt, 9 ms")),
                new Shot("connected", Scenario.connected(), w -> w.awaitText("#state", "Connected")),
                new Shot("connected-why", Scenario.connected(), w -> {
                    w.click("#toggle-why");
                    w.awaitNode(".reason");
                }),
                new Shot("blocked", Scenario.blocked(SILENT), w -> w.awaitText("#state", "Blocked")),
                new Shot(
                        "leaking",
                        in(new TunnelView.Blocked(
                                new ErrorCause.SystemRefused(
                                        ErrorCause.Part.FIREWALL, "nft", "Operation not permitted"),
                                Servers.NOON,
                                true)),
                        w -> w.awaitText("#state", "Not protected")),
                new Shot(
                        "hostile-config",
                        in(new TunnelView.Disconnected(Optional.of(HOSTILE))),
                        w -> w.awaitNode("#problem")),
                new Shot(
                        "failed",
                        in(new TunnelView.Disconnected(Optional.of(new ErrorCause.EngineMissing()))),
                        w -> w.awaitNode("#problem")));
    }

    private static Stream<Shot> closed() {
        var locked = Snapshots.withRecents(Scenario.locked().start(), List.of("eu-west-1", "ap-northeast-1"));
        var failed = Snapshots.withTunnel(
                locked, new TunnelView.Locked(Optional.of(new ErrorCause.Offline("api.vpn.example.com"))));
        var paused = Scenario.paused(Instant.now().plusSeconds(1100));
        return Stream.of(
                new Shot("locked", Scenario.startingAs(locked), GalleryTest::withDestination),
                new Shot("locked-failed", Scenario.startingAs(failed), GalleryTest::withDestination),
                new Shot("paused", paused, w -> w.awaitNode("#countdown")),
                new Shot("small-paused", paused, 360, 600, w -> w.awaitNode("#countdown")),
                new Shot("blocked-details", Scenario.blocked(SILENT).finding(FINDINGS), w -> {
                    w.click("#toggle-details");
                    w.awaitNode("#findings");
                }),
                new Shot("disturbed", Scenario.startingAs(disturbed()), w -> w.awaitNode("#notice")),
                new Shot("small-disturbed", Scenario.startingAs(disturbed()), 360, 600, w -> w.awaitNode("#notice")));
    }

    private static Snapshot disturbed() {
        return Snapshots.withDisturbance(
                Scenario.connected().start(), Optional.of(new Disturbance(ErrorCause.Part.FIREWALL, Instant.now(), 3)));
    }

    private static void withDestination(DrivenWindow window) {
        window.awaitText("#destination-server", "Frankfurt, 9 ms");
    }

    private static Stream<Shot> moving() {
        var frankfurt = Servers.byId("eu-central-1");
        return Stream.of(
                new Shot(
                        "connecting",
                        in(new TunnelView.Connecting(Optional.of(frankfurt), TunnelView.Phase.HANDSHAKE, 2)),
                        w -> w.awaitText("#state", "Connecting")),
                new Shot(
                        "reconnecting",
                        in(new TunnelView.Reconnecting(frankfurt, new ErrorCause.DeviceLost("ginnel0"), 2)),
                        w -> w.awaitText("#state", "Reconnecting")),
                new Shot(
                        "disconnecting",
                        in(new TunnelView.Disconnecting()),
                        w -> w.awaitText("#state", "Disconnecting")));
    }

    private static Stream<Shot> places() {
        return Stream.of(
                new Shot("locations", Scenario.connected(), w -> list(w, "")),
                new Shot(
                        "locations-connecting",
                        in(new TunnelView.Connecting(
                                Optional.of(Servers.byId("eu-west-1")), TunnelView.Phase.HANDSHAKE, 2)),
                        w -> list(w, "")),
                new Shot("locations-silent", Scenario.disconnected(), w -> list(w, "sydney")),
                new Shot("locations-no-match", Scenario.disconnected(), w -> list(w, "atlantis")),
                new Shot("locations-measuring", Scenario.latenciesFillingIn(), w -> list(w, "")),
                new Shot("locations-country", Scenario.startingAs(marked()), w -> {
                    list(w, "");
                    w.click("#order-country");
                }),
                new Shot("locations-marked", Scenario.startingAs(marked()), w -> list(w, "")),
                new Shot("map", Scenario.startingAs(marked()), w -> {
                    list(w, "");
                    w.click("#flip-map");
                    w.awaitNode("#map");
                }),
                new Shot("wide-map-many", Scenario.manyServers(1000), 1180, 760, w -> list(w, "")));
    }

    private static Snapshot marked() {
        return Snapshots.withFavourites(
                Snapshots.withRecents(Scenario.connected().start(), List.of("eu-central-1", "eu-west-1")),
                List.of("sa-east-1", "ap-northeast-1"));
    }

    private static Stream<Shot> activity() {
        var now = Instant.now();
        var used = Scenario.connected().remembering(Histories.threeWeeks(now));
        return Stream.of(
                new Shot("activity", used, GalleryTest::activity),
                new Shot("activity-long", used, 420, 980, GalleryTest::activity),
                new Shot("activity-delete", used, w -> {
                    activity(w);
                    w.click("#delete-history");
                    w.awaitNode("#history-yes");
                }),
                new Shot("activity-empty", Scenario.connected(), GalleryTest::activity),
                new Shot("activity-off", Scenario.connected().remembering(History.off()), GalleryTest::activity),
                new Shot("activity-refused", Scenario.notPermitted(), w -> {
                    w.click("#nav-activity");
                    w.awaitNode("#problem");
                }));
    }

    private static void activity(DrivenWindow window) {
        window.click("#nav-activity");
        window.awaitNode("#keep-history");
    }

    private static Stream<Shot> rest() {
        return Stream.of(
                new Shot("settings", Scenario.connected(), w -> {
                    w.click("#nav-settings");
                    w.awaitNode("#allow-lan");
                }),
                new Shot("settings-window", Scenario.connected(), 420, 980, w -> {
                    w.click("#nav-settings");
                    w.click("#text-size-0");
                    w.click("#notifications");
                }),
                new Shot("settings-search", Scenario.connected(), w -> {
                    w.click("#nav-settings");
                    w.click("#settings-search");
                    w.type("tunnel");
                }),
                new Shot("settings-reset", Scenario.connected(), w -> {
                    w.click("#nav-settings");
                    w.click("#settings-reset");
                    w.awaitNode("#exchange-yes");
                }),
                new Shot("settings-logout", Scenario.connected(), w -> {
                    w.click("#nav-settings");
                    w.click("#allow-lan");
                    w.click("#logout");
                }),
                new Shot("settings-dns", Scenario.startingAs(withSettings()), w -> {
                    w.click("#nav-settings");
                    w.click("#dns");
                    w.press(KeyCode.END);
                    w.type(" dns.quad9.net");
                    w.click("#dns-save");
                    w.awaitNode("#dns-mistake");
                }),
                new Shot("palette", Scenario.connected(), w -> palette(w, "")),
                new Shot("palette-words", Scenario.connected(), w -> palette(w, "connect to tokio")),
                new Shot("small-locked", Scenario.locked(), 360, 600, GalleryTest::withDestination),
                new Shot("unreachable", Scenario.disconnected().speaking(9), w -> w.awaitNode("#try-now")),
                new Shot("small-blocked", Scenario.blocked(SILENT), 360, 600, w -> w.awaitNode("#problem")),
                new Shot("wide-connected", Scenario.connected(), 1000, 760, w -> w.awaitText("#state", "Connected")),
                new Shot("wide-locations", Scenario.connected(), 1000, 760, w -> list(w, "")));
    }

    private static Snapshot withSettings() {
        var settings = new Settings(true, true, List.of("9.9.9.9", "2620:fe::fe"));
        return Snapshots.withSettings(Scenario.connected().start(), settings);
    }

    private static void palette(DrivenWindow window, String typed) {
        window.awaitText("#state", "Connected");
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.awaitNode("#palette");
        window.type(typed);
        window.awaitNode(typed.isEmpty() ? "#command-disconnect" : "#command-to-ap-northeast-1");
    }

    private static void list(DrivenWindow window, String search) {
        window.click("#nav-locations");
        window.awaitNode("#fastest");
        window.type(search);
        window.await(() -> search.isEmpty() == window.has("#fastest"), "the search is done");
    }

    private static Scenario in(TunnelView view) {
        return Scenario.startingAs(Snapshots.withTunnel(Snapshots.loggedIn(), view));
    }

    @ParameterizedTest
    @MethodSource("shots")
    void everyScreen_isDrawnInEveryTheme_andNoTextIsCut(Shot shot) throws IOException {
        Files.createDirectories(PICTURES);
        try (var daemon = FakeDaemon.start(shot.scenario());
                var window = new DrivenWindow(daemon.socket(), environment(), shot.width(), shot.height())) {
            shot.steps().accept(window);
            draw(window, shot.name() + "-light");
            window.darken();
            draw(window, shot.name() + "-dark");
        }
    }

    private static void draw(DrivenWindow window, String name) throws IOException {
        var picture = window.picture();
        assertThat(window.cutTexts()).isEmpty();
        var file = PICTURES.resolve(name + ".png");
        ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
        assertThat(file).isNotEmptyFile();
    }

    private static Map<String, String> environment() {
        return Map.of(
                "GINNEL_THEME",
                "light",
                "GINNEL_DEMO_KEY",
                "demo_basic_0123456789abcdef",
                "GINNEL_DEMO_API",
                "https://api.demo.example");
    }
}
