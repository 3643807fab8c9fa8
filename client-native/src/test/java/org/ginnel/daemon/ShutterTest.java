// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ginnel.account.ApiKey;
import org.ginnel.account.Tier;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.machine.Samples;
import org.ginnel.daemon.port.FakeDevice;
import org.ginnel.daemon.port.FakeDns;
import org.ginnel.daemon.port.FakeFirewall;
import org.ginnel.daemon.port.FakeRoutes;
import org.ginnel.daemon.port.Journal;
import org.ginnel.daemon.store.Login;
import org.ginnel.daemon.store.Saved;
import org.ginnel.daemon.store.StateFile;
import org.ginnel.daemon.store.Wanted;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShutterTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final FirewallPolicy NOTHING = new FirewallPolicy.Closed(Set.of(), Set.of(), List.of(), false);

    private final Journal journal = new Journal();
    private final FakeFirewall firewall = new FakeFirewall(journal);

    @TempDir
    Path directory;

    private StateFile file;
    private Shutter shutter;

    @BeforeEach
    void open() throws IOException {
        file = new StateFile(directory, directory.resolve("spare.json"));
        shutter = new Shutter(file, firewall);
    }

    @Test
    void lock_beforeTheFirstUse_closesNothing() throws IOException {
        shutter.lock(NOON);
        assertThat(file.write(Saved.nothing().with(Settings.defaults().withLockdown(true))))
                .isEmpty();
        shutter.lock(NOON);

        assertThat(journal.calls()).isEmpty();
    }

    @Test
    void lock_inALockdownOrWithATunnelWanted_letsNothingOut() throws IOException {
        assertThat(file.write(loggedIn().with(Settings.defaults().withLockdown(true))))
                .isEmpty();
        shutter.lock(NOON);
        assertThat(firewall.applied()).isEqualTo(NOTHING);

        assertThat(firewall.apply(new FirewallPolicy.Open())).isEmpty();
        assertThat(file.write(loggedIn().wanting(Optional.of(tunnel())))).isEmpty();
        shutter.lock(NOON);
        assertThat(firewall.applied()).isEqualTo(NOTHING);
    }

    @Test
    void lock_withinAPause_closesNothing_andAfterItDoes() throws IOException {
        var paused = loggedIn().wanting(Optional.of(tunnel())).pausedUntil(Optional.of(NOON.plusSeconds(60)));
        assertThat(file.write(paused)).isEmpty();

        shutter.lock(NOON);
        assertThat(journal.calls()).isEmpty();

        shutter.lock(NOON.plusSeconds(61));
        assertThat(firewall.applied()).isEqualTo(NOTHING);
    }

    @Test
    void lock_whenWhatWasWantedCannotBeRead_letsNothingOut_andSaysSo() throws IOException {
        Files.writeString(directory.resolve("state.json"), "{");

        assertThatThrownBy(() -> shutter.lock(NOON))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
        assertThat(firewall.applied()).isEqualTo(NOTHING);
    }

    @Test
    void release_putsEverythingBack_andKeepsTheLogin() throws IOException {
        var before = loggedIn().wanting(Optional.of(tunnel())).with(new Settings(true, true, List.of()));
        assertThat(file.write(before)).isEmpty();
        assertThat(firewall.comeUp(FirewallPolicy.Closed.entirely(true), true)).isEmpty();

        shutter.release(
                directory.resolve("nobody"),
                "stop it",
                new FakeDns(journal),
                new FakeRoutes(journal),
                List.of(new FakeDevice(journal)));

        assertThat(journal.calls()).containsExactly("dns.restore", "routes.restore", "device.stop", "firewall.apply");
        assertThat(firewall.applied()).isEqualTo(new FirewallPolicy.Open());
        assertThat(firewall.comesUpWith()).isEqualTo(new FirewallPolicy.Open());
        var after = file.read();
        assertThat(after.wanted()).isEmpty();
        assertThat(after.settings()).isEqualTo(new Settings(true, false, List.of()));
        assertThat(after.login()).isEqualTo(before.login());
    }

    @Test
    void release_goesOnBehindWhatFails_andSaysWhatDid() {
        var device = new FakeDevice(journal);
        device.refuseStops(new ErrorCause.DeviceLost("ginnel0"));

        assertThatThrownBy(() -> shutter.release(
                        directory.resolve("nobody"),
                        "stop it",
                        new FakeDns(journal),
                        new FakeRoutes(journal),
                        List.of(device)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ginnel0");
        assertThat(firewall.applied()).isEqualTo(new FirewallPolicy.Open());
    }

    private static Saved loggedIn() {
        var login = new Login(
                ApiKey.parse("testuser_pro_a3562544513ab101").orElseThrow(),
                "https://api.example",
                List.of(),
                new Tier("pro", "Pro", 15, ""),
                "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=",
                List.of(Samples.TOKYO.server()),
                Map.of());
        return Saved.nothing().with(Optional.of(login));
    }

    private static Wanted tunnel() {
        return new Wanted(Samples.TOKYO.server(), "[Interface]\n", "203.0.113.6:51820", new Reason.ChosenByUser());
    }
}
