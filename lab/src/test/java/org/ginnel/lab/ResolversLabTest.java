// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.net.Addresses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names are asked through the tunnel, and afterwards as before, by the real systemd-resolved, openresolv and
/// resolvconf: Debian's packages, laid over the client's /usr and nobody else's (`src/test/bin/resolver-packages`).
@Timeout(180)
@Tag(LabTests.LONG)
class ResolversLabTest {
    private static final Path ETC = Path.of("/run/lab/client/etc");
    private static final Path RESOLV_CONF = ETC.resolve("resolv.conf");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// As the packages' own scripts do when they are installed.
    private static final String PREPARE_RESOLVED = """
            set -e
            echo 'systemd-resolve:x:990:990::/:/usr/sbin/nologin' >>/etc/passwd
            echo 'systemd-resolve:x:990:' >>/etc/group
            install -d -o systemd-resolve -g systemd-resolve /run/systemd/resolve
            install -d /run/dbus
            ln -sf ../run/systemd/resolve/stub-resolv.conf /etc/resolv.conf
            cat >/run/dbus/lab.conf <<'END'
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
              "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>system</type>
              <listen>unix:path=/run/dbus/system_bus_socket</listen>
              <policy context="default">
                <allow user="*"/>
                <allow own="org.freedesktop.resolve1"/>
                <allow send_destination="*"/>
                <allow receive_sender="*"/>
              </policy>
            </busconfig>
            END
            """;

    private static final String PREPARE_RESOLVCONF = """
            set -e
            mkdir -p /run/resolvconf/interface
            if [ -d /etc/resolvconf/update.d ]; then
              ln -sf ../run/resolvconf/resolv.conf /etc/resolv.conf
              resolvconf --enable-updates
            fi
            echo 'nameserver %s' | resolvconf -a eth0.inet
            """.formatted(Addresses.HOME4);

    private static Demo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = Demos.loggedIn();
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    @AfterEach
    void uninstall() {
        demo.ginnel("settings", "dns", "auto");
        demo.ginnel("disconnect");
        sh("umount -l /usr; rm -rf /etc/resolvconf /run/resolvconf");
    }

    private static void install(String of) {
        var packages = demo.programs().root().resolve(".cache/resolvers");
        assertThat(packages.resolve("complete"))
                .as("Debian's packages, fetched by lab/src/test/bin/resolver-packages, which said why it could not")
                .exists();
        sh("set -e; mount -t overlay resolvers -o lowerdir=%1$s/usr:/usr /usr; cp -r %1$s/etc/. /etc"
                .formatted(packages.resolve(of)));
    }

    private static String sh(String script) {
        return demo.client().run("bash", "-c", script).orThrow().out();
    }

    @Test
    void systemdResolved_asksThroughTheTunnel_andForgetsWithIt() throws IOException {
        install("resolved");
        sh(PREPARE_RESOLVED);
        try (var bus = demo.client()
                        .start(
                                Map.of(),
                                "dbus-daemon",
                                "--config-file=/run/dbus/lab.conf",
                                "--nofork",
                                "--nopidfile",
                                "--print-address");
                var _ = demo.client().start(Map.of(), "bash", "-c", "exec /usr/lib/systemd/systemd-resolved")) {
            bus.awaitLine(line -> line.startsWith("unix:"), PATIENCE);
            // From when on it answers: it is on the bus a moment after it was started.
            sh("until resolvectl dns eth0 %s 2>/dev/null; do :; done".formatted(Addresses.HOME4));
            assertThat(whoAnswers()).isEqualTo("home");

            connect();
            assertThat(whoAnswers()).isEqualTo("gw1");
            assertThat(sh("resolvectl dns ginnel0; resolvectl domain ginnel0; resolvectl default-route ginnel0"))
                    .contains("10.7.0.1", "~.", "yes");

            demo.daemon().kill();
            assertThat(whoAnswers()).isEqualTo("gw1");
            killEngine();
            assertThat(sh("resolvectl dns")).doesNotContain("ginnel0");
            demo.daemon().restart();
            connect();
            assertThat(whoAnswers()).isEqualTo("gw1");

            demo.ginnel("settings", "dns", Addresses.TARGET4).orThrow();
            assertThat(whoAnswers()).isEqualTo("target");
            demo.ginnel("settings", "dns", "auto").orThrow();
            assertThat(whoAnswers()).isEqualTo("gw1");

            demo.ginnel("disconnect").orThrow();
            assertThat(whoAnswers()).isEqualTo("home");
            assertThat(sh("resolvectl dns; resolvectl domain")).doesNotContain("ginnel0", "~.");
        }
    }

    /// Debian's resolvconf knows no "exclusive": it keeps the local resolver behind ours, where the firewall refuses
    /// it.
    @ParameterizedTest
    @CsvSource({"openresolv, true", "resolvconf, false"})
    void resolvconf_asksThroughTheTunnel_andIsPutBackAlsoAfterACrash(String which, boolean exclusive)
            throws IOException {
        var local = exclusive ? List.<String>of() : List.of(Addresses.HOME4);
        install(which);
        sh(PREPARE_RESOLVCONF);
        var before = Files.readString(RESOLV_CONF);
        assertThat(before).contains("nameserver " + Addresses.HOME4);
        assertThat(whoAnswers()).isEqualTo("home");

        connect();
        assertThat(nameservers()).isEqualTo(with(local, "10.7.0.1", "fddd:2c4:2c4:2c4::1"));
        assertThat(whoAnswers()).isEqualTo("gw1");

        demo.ginnel("settings", "dns", Addresses.TARGET4).orThrow();
        assertThat(nameservers()).isEqualTo(with(local, Addresses.TARGET4));
        assertThat(whoAnswers()).isEqualTo("target");

        demo.daemon().kill();
        killEngine();
        assertThat(nameservers()).isEqualTo(with(local, Addresses.TARGET4));
        demo.daemon().restart();
        connect();
        assertThat(whoAnswers()).isEqualTo("target");

        demo.daemon().kill();
        demo.client()
                .machine()
                .run(demo.programs().daemon("--release"), demo.daemon().environment(), PATIENCE)
                .orThrow();
        assertThat(Files.readString(RESOLV_CONF)).isEqualTo(before);
        assertThat(whoAnswers()).isEqualTo("home");
        demo.daemon().restart();
    }

    private static void connect() {
        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
    }

    /// The machine whose resolver answered a program of the client: each answers this name with its own address.
    private static String whoAnswers() {
        var seen = demo.client().lookUp(Addresses.WHO_NAME);
        var gateway = demo.lab().gateway("gw1").addresses();
        return Map.of(Addresses.HOME4, "home", Addresses.TARGET4, "target", gateway.exit4(), "gw1").entrySet().stream()
                .filter(machine -> seen.contains(machine.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("nobody: " + seen);
    }

    private static List<String> with(List<String> local, String... ours) {
        return Stream.concat(Stream.of(ours), local.stream()).toList();
    }

    private static List<String> nameservers() throws IOException {
        return Files.readAllLines(RESOLV_CONF).stream()
                .filter(line -> line.startsWith("nameserver "))
                .map(line -> line.substring("nameserver ".length()))
                .toList();
    }

    private static void killEngine() throws IOException {
        for (var process : demo.client().machine().inhabitants()) {
            if (process.info()
                    .command()
                    .filter(name -> name.endsWith("/wireguard-go"))
                    .isPresent()) {
                process.destroyForcibly();
                process.onExit().join();
            }
        }
    }
}
