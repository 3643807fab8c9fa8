// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.ginnel.http.SmallFile;
import org.ginnel.ui.notify.Announcement;
import org.ginnel.ui.notify.Bell;
import org.ginnel.ui.preferences.Preferences;
import org.ginnel.ui.preferences.PreferencesFile;
import org.ginnel.ui.update.ReleaseChannel;
import org.ginnel.ui.update.SignedReleases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A newer release, from a real HTTPS server to the window.
class UpdateWindowTest {
    private final MockWebServer server = new MockWebServer();
    private final SignedReleases releases = new SignedReleases();
    private final BlockingQueue<String> rung = new LinkedBlockingQueue<>();
    private ReleaseChannel channel;

    @TempDir
    private Path home;

    @BeforeEach
    void start() throws IOException {
        var certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        server.start();
        var file = new SmallFile(
                URI.create("https://localhost:" + server.getPort() + "/announcement"),
                64 * 1024,
                Duration.ofSeconds(20),
                List.of(certificate.certificate()));
        channel = ReleaseChannel.of(List.of(releases.key()), file);
        PreferencesFile.in(environment()).write(Preferences.defaults().withCheckForUpdates(true));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Map<String, String> environment() {
        return Map.of("HOME", home.toString());
    }

    private DrivenWindow window(FakeDaemon daemon, boolean inSight) {
        return window(daemon, inSight, new AtomicInteger());
    }

    /// @param looked counts how often it is asked what the build knows of releases
    private DrivenWindow window(FakeDaemon daemon, boolean inSight, AtomicInteger looked) {
        var usual = Surroundings.from(environment());
        var surroundings = new Surroundings(
                usual.theme(),
                usual.preferences(),
                usual.loginStart(),
                usual.trayTold(),
                usual.untrayedTold(),
                usual.demo(),
                usual.join(),
                () -> {
                    looked.incrementAndGet();
                    return Optional.of(new Releases(channel, SignedReleases.INSTALLED, environment()));
                },
                usual.locale(),
                usual.timing(),
                usual.exitAfterFirstFrame());
        var window = new DrivenWindow(daemon.socket(), surroundings);
        if (!inSight) {
            DrivenWindow.onFx(() -> {
                window.stage.hide();
                return null;
            });
        }
        window.announceBy(new Bell() {
            @Override
            public void ring(Announcement.Topic topic, Announcement.Urgency urgency, String title, String body) {
                rung.add(title);
            }

            @Override
            public void close() {}
        });
        return window;
    }

    /// What an earlier run was told, by the server, and kept.
    private void kept(byte[] announcement) throws IOException {
        server.enqueue(new MockResponse.Builder()
                .body(new Buffer().write(announcement))
                .build());
        var read = (SmallFile.Read.Whole) channel.file().get();
        Files.createDirectories(home.resolve(".local/state/ginnel"));
        Files.write(home.resolve(".local/state/ginnel/announcement"), read.bytes());
    }

    @Test
    void aNewerRelease_isShownAndAnnounced_once_untilItIsDismissed() throws Exception {
        kept(releases.announcement(1, "0.2.0", Instant.now()));
        try (var daemon = FakeDaemon.start(Scenario.connected())) {
            try (var window = window(daemon, false)) {
                assertThat(rung.poll(20, TimeUnit.SECONDS)).isEqualTo("Ginnel 0.2.0 is out");
                DrivenWindow.onFx(() -> {
                    window.stage.show();
                    return null;
                });
                window.awaitText("#update-title", "Ginnel 0.2.0 is out");
                assertThat(window.text("#update-detail"))
                        .startsWith("You have 0.1.0.")
                        .contains("53 MB");
                window.click("#update-copy");
                assertThat(window.clipboard()).startsWith("curl --proto =https -fLo ginnel_0.2.0_amd64.deb");
                window.click("#nav-settings");
                window.awaitText("#update-title", "Ginnel 0.2.0 is out");
            }
            try (var window = window(daemon, false)) {
                DrivenWindow.onFx(() -> {
                    window.stage.show();
                    return null;
                });
                window.awaitNode("#update-title");
                window.click("#update-dismiss");
                window.await(() -> !window.has("#update-title"), "the notice is gone");
            }
            try (var window = window(daemon, true)) {
                window.awaitText("#state", "Connected");
                assertThat(window.has("#update-title")).isFalse();
            }
        }
        assertThat(rung).isEmpty();
    }

    @Test
    void whatAStrangerSigned_isNeverShown() throws Exception {
        kept(new SignedReleases().announcement(1, "9.9.9", Instant.now()));
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var window = window(daemon, true)) {
            window.awaitText("#state", "Connected");
            window.click("#nav-settings");
            window.awaitNode("#check-for-updates");
            assertThat(window.has("#update-title")).isFalse();
        }
        assertThat(rung).isEmpty();
    }

    @Test
    void whatTheBuildKnowsOfReleases_isLookedUpOnce() {
        var looked = new AtomicInteger();
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var window = window(daemon, true, looked)) {
            window.click("#nav-settings");
            window.awaitNode("#check-for-updates");
            window.click("#language-2");
            window.await(() -> !window.text("#nav-settings").equals("Settings"), "another language is spoken");
            window.awaitNode("#check-for-updates");
        }
        assertThat(looked).hasValue(1);
    }

    @Test
    void aBuildWithoutAKey_showsNoSuchSetting() {
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var window = new DrivenWindow(daemon.socket(), environment())) {
            window.click("#nav-settings");
            window.awaitNode("#notifications");
            assertThat(window.has("#check-for-updates")).isFalse();
        }
    }
}
