// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.control.Request;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Golden;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Snapshots;
import org.ginnel.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SettingsTest {
    private static final Settings OTHERS = new Settings(true, false, List.of("9.9.9.9"));

    @Test
    void allOfThem_areShown() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            Golden.check("settings.txt", run(daemon, "settings").transcript(daemon.socket()));
        }
        var changed = Snapshots.withSettings(
                Snapshots.loggedIn(), new Settings(true, true, List.of("9.9.9.9", "2620:fe::fe")));
        try (var daemon = FakeDaemon.start(Scenario.startingAs(changed))) {
            Golden.check("settings-changed.txt", run(daemon, "settings").transcript(daemon.socket()));
        }
    }

    @Test
    void eachOfThem_isChanged_andTheOthersStay() {
        try (var daemon = FakeDaemon.start(Scenario.startingAs(Snapshots.withSettings(Snapshots.loggedIn(), OTHERS)))) {
            assertThat(run(daemon, "settings", "lan", "off").out())
                    .isEqualTo("The local network is blocked while connected, like everything outside the tunnel.\n");
            assertThat(settings(daemon)).isEqualTo(OTHERS.withAllowLan(false));
            assertThat(run(daemon, "settings", "lan", "on").out())
                    .isEqualTo("The local network stays reachable: printers and shares nearby work, whatever the tunnel"
                            + " does.\n");
            assertThat(settings(daemon)).isEqualTo(OTHERS);
            assertThat(run(daemon, "settings", "dns", "2620:FE::fe", "9.9.9.9", "9.9.9.9")
                            .out())
                    .isEqualTo("Names are asked of 2620:fe::fe, 9.9.9.9, through the tunnel only.\n");
            assertThat(settings(daemon)).isEqualTo(OTHERS.withDns(List.of("2620:fe::fe", "9.9.9.9")));
            assertThat(run(daemon, "settings", "dns", "auto").out()).contains("come with each VPN server");
            assertThat(settings(daemon)).isEqualTo(OTHERS.withDns(List.of()));
        }
    }

    @Test
    void keys_areUsedForAnHourToThirtyDays() {
        try (var daemon = FakeDaemon.start(Scenario.startingAs(Snapshots.withSettings(Snapshots.loggedIn(), OTHERS)))) {
            assertThat(run(daemon, "settings", "keys", "90m").out())
                    .isEqualTo("A key of this device is used for 90m, then another takes its place: under a tunnel too,"
                            + " and what is open goes on.\n");
            assertThat(settings(daemon)).isEqualTo(OTHERS.withKeysFor(Optional.of(Duration.ofMinutes(90))));
            for (var wrong : List.of("59m", "721h", "24", "for ever", "5400500ms")) {
                assertThat(run(daemon, "settings", "keys", wrong).err()).contains("from `1h` to `720h`");
            }
            assertThat(settings(daemon).keyTime()).isEqualTo(Duration.ofMinutes(90));
        }
    }

    @Test
    void keys_areChangedAtOnce_andNoSettingIsTouched() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            assertThat(run(daemon, "settings", "keys", "now").out())
                    .startsWith("This device is given another key now.");
            assertThat(daemon.requests()).contains(new Request.ChangeKeys());
            assertThat(daemon.requests()).noneMatch(Request.ChangeSettings.class::isInstance);
        }
        try (var daemon = FakeDaemon.start(Scenario.loggedOut())) {
            assertThat(run(daemon, "settings", "keys", "now").code()).isEqualTo(ExitCode.LOGIN);
        }
    }

    @Test
    void lockdown_saysWhatItMeans_andHowToOpen() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            Golden.check(
                    "lockdown-on.txt", run(daemon, "settings", "lockdown", "on").transcript(daemon.socket()));
            assertThat(settings(daemon).lockdown()).isTrue();

            var off = run(daemon, "settings", "lockdown", "off");
            assertThat(off.out()).isEqualTo("Lockdown is off: without a tunnel everything may leave this computer.\n");
            assertThat(settings(daemon).lockdown()).isFalse();
        }
    }

    @Test
    void lockdown_whileConnected_leavesTheTunnelOutOfIt() {
        try (var daemon = FakeDaemon.start(Scenario.connected())) {
            assertThat(run(daemon, "settings", "lockdown", "on").out().lines()).hasSize(1);
        }
    }

    @Test
    void lockdown_whileLoggedOut_saysWhenItBegins() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut())) {
            assertThat(run(daemon, "settings", "lockdown", "on").out())
                    .startsWith("Lockdown is on from the first login: ");
        }
    }

    @Test
    void disconnectingUnderLockdown_saysThatNothingLeaves_andHowToOpen() {
        var start = Snapshots.withSettings(
                Scenario.connected().start(), Settings.defaults().withLockdown(true));
        try (var daemon = FakeDaemon.start(Scenario.startingAs(start))) {
            Golden.check("disconnect-locked.txt", run(daemon, "disconnect").transcript(daemon.socket()));
        }
    }

    @Test
    void theOldOption_isStillUnderstood() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            assertThat(run(daemon, "settings", "--allow-lan", "on").code()).isEqualTo(ExitCode.OK);
            assertThat(settings(daemon).allowLan()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dns 9.9.9 | 9.9.9 is no IP address. | a name would need a DNS server to be found",
                "dns dns.quad9.net | dns.quad9.net is no IP address. | a name would need a DNS server to be found",
                "dns 9.9.9.9,1.1.1.1 | 9.9.9.9,1.1.1.1 is no IP address. | given by its address",
                "dns 127.0.0.53 | 127.0.0.53 cannot be a DNS server here. | which no tunnel leads to",
                "dns fe80::1 | fe80::1 cannot be a DNS server here. | which no tunnel leads to",
                "dns 1.1.1.1 1.0.0.1 8.8.8.8 9.9.9.9 | These are 4 DNS servers. | A system asks 3 at most",
                "dns auto 9.9.9.9 | auto is no IP address. | given by its address",
                "dns | dns takes addresses, or `auto`. | It was given nothing",
                "lan maybe | lan takes `on` or `off`. | It was given something else",
                "lockdown | lockdown takes `on` or `off`. | It was given nothing",
                "lockdown on off | lockdown takes `on` or `off`. | It was given something else",
                "colour red | There is no such setting. | lan, lockdown, dns and keys"
            })
    void aMistake_isNamedExactly_beforeAnythingIsAsked(String words, String what, String why) {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var run = run(daemon, ("settings " + words).split(" "));

            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).startsWith("ginnel: " + what + "\n").contains(why, "  Next: ");
            assertThat(daemon.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--allow-lan maybe", "--allow-lan on lockdown on"})
    void theOldOption_isCheckedToo(String words) {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            assertThat(run(daemon, ("settings " + words).split(" ")).code()).isEqualTo(ExitCode.USAGE);
            assertThat(daemon.requests()).noneMatch(Request.ChangeSettings.class::isInstance);
        }
    }

    private static Settings settings(FakeDaemon daemon) {
        return daemon.snapshot().settings();
    }

    private static CommandLineRun run(FakeDaemon daemon, String... words) {
        return CommandLineRun.at(daemon.socket()).run(words);
    }
}
