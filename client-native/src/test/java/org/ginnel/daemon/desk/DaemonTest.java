// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.ginnel.account.ApiKey;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.Refused;
import org.ginnel.daemon.port.SystemWatch;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Target;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Proof;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.wireguard.ConfigProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole daemon but for the system below it.
@Timeout(60)
class DaemonTest {
    @TempDir
    private Path directory;

    private TestDaemon daemon;

    @BeforeEach
    void start() throws IOException {
        daemon = new TestDaemon(directory, Set.of(System.getProperty("user.name")));
    }

    @AfterEach
    void close() throws IOException {
        daemon.close();
    }

    @Test
    void connect_toTheFastest_saysWhichAndWhy() throws ControlException {
        daemon.logIn();

        var connected = connected(daemon.call(new Request.Connect(new Target.Fastest(), true)));

        assertThat(connected.server().id()).isEqualTo("two");
        assertThat(connected.reason())
                .isInstanceOfSatisfying(
                        Reason.Fastest.class, why -> assertThat(why.of()).isEqualTo(3));
    }

    @Test
    void connect_doesThingsInTheirOrder() throws ControlException {
        daemon.logIn();
        daemon.call(new Request.Disconnect());
        daemon.journal.clear();

        daemon.call(new Request.Connect(new Target.Fastest(), true));

        assertThat(daemon.journal.calls())
                .containsSubsequence("firewall.apply", "device.start", "routes.prepare", "routes.divert", "dns.use")
                .containsOnlyOnce("firewall.apply");
        assertThat(daemon.firewall.applied()).isInstanceOf(FirewallPolicy.Closed.class);
    }

    @Test
    void disconnect_opensAndLeavesNothing() throws ControlException {
        daemon.logIn();
        daemon.call(new Request.Connect(new Target.Fastest(), true));

        var down = daemon.call(new Request.Disconnect());

        assertThat(down).isInstanceOf(Reply.Done.class);
        assertThat(daemon.firewall.applied()).isEqualTo(new FirewallPolicy.Open());
        assertThat(daemon.device.running()).isEmpty();
    }

    @Test
    void aWrongKey_isRefusedAndNothingIsKept() throws ControlException {
        var wrong = ApiKey.parse("testuser_pro_0000000000000000").orElseThrow();

        var reply = daemon.call(new Request.Login(wrong, daemon.api.url()));

        assertThat(((Reply.Refused) reply).cause()).isEqualTo(new ErrorCause.KeyRefused());
        assertThat(((Reply.Refused) reply).snapshot().account()).isEmpty();
    }

    @Test
    void whoJoinsTheGroup_mayAtOnce_andWhoLeavesIt_noMore(@TempDir Path own) throws IOException, ControlException {
        try (var another = new TestDaemon(own, Set.of());
                var client = another.client()) {
            assertThat(client.welcome().mayChange()).isFalse();
            assertThat(client.call(new Request.Disconnect())).isInstanceOf(Reply.Refused.class);

            Files.writeString(another.groups, "ginnel:x:987:" + System.getProperty("user.name") + "\n");
            assertThat(client.call(new Request.Disconnect())).isInstanceOf(Reply.Done.class);
            try (var next = another.client()) {
                assertThat(next.welcome().mayChange()).isTrue();
            }

            Files.writeString(another.groups, "ginnel:x:987:somebody\n");
            assertThat(((Reply.Refused) client.call(new Request.Disconnect())).cause())
                    .isEqualTo(new ErrorCause.NotPermitted());
        }
    }

    @Test
    void aConfigWithCommands_isRefused_andTheSystemIsNotTouched() throws ControlException {
        daemon.logIn();
        daemon.call(new Request.Disconnect());
        daemon.journal.clear();
        daemon.api.config("[Interface]\\nAddress = 10.7.0.2/24\\nPostUp = touch /tmp/owned\\n\\n[Peer]\\n"
                + "PublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=\\nAllowedIPs = 0.0.0.0/0\\n"
                + "Endpoint = 203.0.113.9:51820\\n");

        var reply = daemon.call(new Request.Connect(new Target.Fastest(), true));

        assertThat(((Reply.Refused) reply).cause())
                .isInstanceOfSatisfying(
                        ErrorCause.ConfigRefused.class,
                        cause -> assertThat(cause.problems())
                                .extracting(ConfigProblem::key, ConfigProblem::reason)
                                .containsExactly(tuple("PostUp", ConfigProblem.Reason.FORBIDDEN_KEY)));
        assertThat(daemon.journal.calls()).isEmpty();
    }

    @Test
    void aRestart_resumesTheTunnel_andTheFirewallIsNeverOpen() throws IOException, ControlException {
        daemon.logIn();
        daemon.call(new Request.Connect(new Target.Chosen("three"), true));
        daemon.journal.clear();

        daemon.restart();

        assertThat(await(now -> now.tunnel() instanceof TunnelView.Connected).tunnel())
                .isInstanceOfSatisfying(
                        TunnelView.Connected.class,
                        connected -> assertThat(connected.server().id()).isEqualTo("three"));
        assertThat(daemon.journal.arguments(FirewallPolicy.class)).doesNotContain(new FirewallPolicy.Open());
    }

    @Test
    void aRestart_withTheApiGone_resumesTheTunnelJustTheSame() throws IOException, ControlException {
        daemon.logIn();
        daemon.call(new Request.Connect(new Target.Chosen("three"), true));
        daemon.api.status(500);

        daemon.restart();

        assertThat(await(now -> now.tunnel() instanceof TunnelView.Connected).recents())
                .containsExactly("three");
    }

    @Test
    void aDamagedStateFile_blocksInsteadOfOpening() throws IOException, ControlException {
        daemon.logIn();
        daemon.call(new Request.Connect(new Target.Fastest(), true));
        daemon.close();
        Files.writeString(directory.resolve("state/state.json"), "{\"login\":");
        daemon.journal.clear();

        daemon.restart();

        var blocked = await(now -> now.tunnel() instanceof TunnelView.Blocked);
        assertThat(((TunnelView.Blocked) blocked.tunnel()).cause()).isInstanceOf(ErrorCause.SystemRefused.class);
        assertThat(daemon.journal.arguments(FirewallPolicy.class)).doesNotContain(new FirewallPolicy.Open());
    }

    @Test
    void aFlushedFirewall_isPutBack_andTheUserIsTold() throws ControlException {
        daemon.logIn();
        daemon.call(new Request.Connect(new Target.Fastest(), true));
        daemon.firewall.flush();

        daemon.watch.tell(SystemWatch.Change.PROTECTION);

        var told = await(now -> now.disturbance().isPresent());
        assertThat(told.disturbance().orElseThrow().part()).isEqualTo(ErrorCause.Part.FIREWALL);
        assertThat(told.tunnel()).isInstanceOf(TunnelView.Connected.class);
        await(_ -> daemon.firewall.stands());
    }

    @Test
    void overwrittenResolvers_areSetAgain() throws ControlException {
        daemon.logIn();
        daemon.call(new Request.Connect(new Target.Fastest(), true));
        daemon.dns.overwrite();

        daemon.watch.tell(SystemWatch.Change.PROTECTION);

        var told = await(now -> now.disturbance().isPresent());
        assertThat(told.disturbance().orElseThrow().part()).isEqualTo(ErrorCause.Part.DNS);
        await(_ -> daemon.dns.stands());
    }

    @Test
    void ownResolvers_areAskedAndLetThrough() throws ControlException {
        daemon.logIn();
        daemon.call(new Request.ChangeSettings(Settings.defaults().withDns(List.of("9.9.9.9"))));

        daemon.call(new Request.Connect(new Target.Fastest(), true));

        var resolver = List.of(InetAddress.ofLiteral("9.9.9.9"));
        assertThat(daemon.dns.used().orElseThrow().resolvers()).isEqualTo(resolver);
        assertThat(((FirewallPolicy.Closed) daemon.firewall.applied())
                        .tunnels()
                        .getFirst()
                        .resolvers())
                .isEqualTo(resolver);
    }

    @Test
    void aPause_outlivesARestart_andBringsTheTunnelBack() throws ControlException, IOException {
        daemon.logIn();
        daemon.call(new Request.Connect(new Target.Chosen("three"), true));
        daemon.call(new Request.Pause(Duration.ofMinutes(5)));
        assertThat(daemon.firewall.applied()).isEqualTo(new FirewallPolicy.Open());
        assertThat(daemon.device.running()).isEmpty();

        daemon.restart();

        await(now -> now.tunnel() instanceof TunnelView.Paused);
        var back = connected(daemon.call(new Request.EndPause(true)));
        assertThat(back.server().id()).isEqualTo("three");
    }

    @Test
    void aLockdown_holdsAcrossARestart_andNothingOpensInBetween() throws ControlException, IOException {
        daemon.logIn();
        daemon.call(new Request.ChangeSettings(Settings.defaults().withLockdown(true)));
        daemon.journal.clear();

        daemon.restart();

        await(now -> now.tunnel() instanceof TunnelView.Locked);
        assertThat(daemon.journal.arguments(FirewallPolicy.class))
                .isNotEmpty()
                .doesNotContain(new FirewallPolicy.Open());
    }

    @Test
    void loggingOut_endsTheLockdown() throws ControlException {
        daemon.logIn();
        daemon.call(new Request.ChangeSettings(Settings.defaults().withLockdown(true)));

        daemon.call(new Request.Logout());

        await(now -> now.tunnel() instanceof TunnelView.Disconnected);
        assertThat(daemon.firewall.applied()).isEqualTo(new FirewallPolicy.Open());
    }

    @Test
    void doctor_namesTheRuleThatRefuses_andTheWayOut() throws ControlException {
        daemon.logIn();
        daemon.call(new Request.ChangeSettings(Settings.defaults().withLockdown(true)));
        daemon.firewall.refused(List.of(new Refused(5, 2), new Refused(9, 1)));

        var report = (Reply.Report) daemon.call(new Request.Diagnose());

        assertThat(report.findings())
                .filteredOn(finding -> finding.check().equals("refused"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.detail())
                            .contains("rule 5 (names asked outside the tunnel): 2 packets")
                            .contains("rule 9 (what does not go through the tunnel): 1 packet");
                    assertThat(finding.advice()).contains("ginnel pause 10m");
                });
    }

    @Test
    void aSecondDaemon_isRefused_beforeItTouchesAnything() throws ControlException {
        daemon.logIn();
        daemon.call(new Request.Connect(new Target.Fastest(), true));
        daemon.journal.clear();

        assertThatThrownBy(daemon::startAnother)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another ginneld listens");

        assertThat(daemon.journal.calls()).isEmpty();
        assertThat(((Reply.Status) daemon.call(new Request.GetStatus()))
                        .snapshot()
                        .tunnel())
                .isInstanceOf(TunnelView.Connected.class);
    }

    @Test
    void aDeviceWhoseRoutesWentFirst_isLost_notTamperedWith() throws ControlException {
        daemon.logIn();
        daemon.call(new Request.Connect(new Target.Fastest(), true));
        daemon.journal.clear();
        daemon.routes.flush();
        daemon.device.vanish();

        daemon.watch.tell(SystemWatch.Change.PROTECTION);

        await(now -> daemon.journal.calls().contains("device.start") && now.tunnel() instanceof TunnelView.Connected);
        assertThat(((Reply.Status) daemon.call(new Request.GetStatus()))
                        .snapshot()
                        .disturbance())
                .isEmpty();
    }

    @Test
    void aLostDevice_isBuiltAgainBehindAClosedFirewall() throws ControlException {
        daemon.logIn();
        daemon.call(new Request.Connect(new Target.Fastest(), true));
        daemon.journal.clear();

        daemon.device.lose();

        await(now -> daemon.journal.calls().contains("device.start") && now.tunnel() instanceof TunnelView.Connected);
        assertThat(daemon.journal.arguments(FirewallPolicy.class)).doesNotContain(new FirewallPolicy.Open());
    }

    @Test
    void logout_forgetsTheKey() throws IOException, ControlException {
        daemon.logIn();
        daemon.call(new Request.Connect(new Target.Fastest(), true));

        var out = (Reply.Done) daemon.call(new Request.Logout());

        assertThat(out.snapshot().account()).isEmpty();
        assertThat(out.snapshot().tunnel()).isEqualTo(new TunnelView.Disconnected(Optional.empty()));
        assertThat(Files.readString(directory.resolve("state/state.json"))).doesNotContain(FakeApi.KEY);
    }

    @Test
    void whatIsKept_isForRootAlone() throws IOException, ControlException {
        daemon.logIn();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("state/state.json"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("state"))))
                .isEqualTo("rwx------");
    }

    @Test
    void theExitAddress_isWhatTheApiSays() throws ControlException {
        daemon.logIn();

        assertThat(await(now -> now.exitAddress().isPresent()).exitAddress()).contains("198.51.100.2");
    }

    @Test
    void theMachineComesUpClosed_whileATunnelIsWanted_alsoAfterARestart() throws IOException, ControlException {
        daemon.logIn();
        daemon.call(new Request.Connect(new Target.Fastest(), true));
        assertThat(daemon.firewall.comesUpWith()).isEqualTo(FirewallPolicy.Closed.entirely(false));

        assertThat(daemon.firewall.comeUp(FirewallPolicy.Closed.entirely(false), false))
                .isEmpty();
        daemon.restart();
        assertThat(daemon.firewall.comesUpWith()).isEqualTo(FirewallPolicy.Closed.entirely(false));

        daemon.call(new Request.Disconnect());
        assertThat(daemon.firewall.comesUpWith()).isEqualTo(new FirewallPolicy.Open());
    }

    @Test
    void listing_measuresEveryServer() throws ControlException {
        daemon.logIn();

        var listed = (Reply.Servers) daemon.call(new Request.ListServers(true, true));

        assertThat(listed.servers())
                .hasSize(3)
                .allSatisfy(server -> assertThat(server.measurement()).isPresent());
    }

    @Test
    void whoIsConnectedTo_isMeasuredThroughTheTunnel_byItsOwnAnswersOnly() throws ControlException {
        daemon.logIn();
        daemon.call(new Request.Disconnect());
        daemon.call(new Request.ListServers(false, true));
        daemon.call(new Request.Connect(new Target.Chosen("two"), true));
        var measured = roundTripOf("two");

        provenAgain(new Proof(Instant.now(), measured.multipliedBy(9), "9.9.9.9"));
        assertThat(roundTripOf("two")).isEqualTo(measured);

        provenAgain(new Proof(Instant.now(), measured.dividedBy(2), "10.7.0.1"));
        assertThat(roundTripOf("two")).isLessThan(measured);
    }

    /// The network changed, so the tunnel is asked for another proof.
    private void provenAgain(Proof proof) throws ControlException {
        daemon.prover.answers(proof);
        daemon.watch.tell(SystemWatch.Change.NETWORK);
        await(
                true,
                now -> now.tunnel() instanceof TunnelView.Connected connected
                        && connected.proof().equals(proof));
    }

    private Duration roundTripOf(String id) throws ControlException {
        var listed = (Reply.Servers) daemon.call(new Request.ListServers(false, false));
        return listed.servers().stream()
                .filter(server -> server.server().id().equals(id))
                .map(server -> ((Measurement.Answered) server.measurement().orElseThrow()).roundTrip())
                .findFirst()
                .orElseThrow();
    }

    /// The first snapshot that fits, seen by a watcher.
    private Snapshot await(Predicate<Snapshot> fits) throws ControlException {
        return await(false, fits);
    }

    /// @param figures whether what changes all the time is looked at, too
    private Snapshot await(boolean figures, Predicate<Snapshot> fits) throws ControlException {
        var found = new AtomicReference<Snapshot>();
        var client = daemon.client();
        try {
            client.watch(figures, now -> {
                if (fits.test(now)) {
                    found.compareAndSet(null, now);
                    client.close();
                }
            });
        } catch (ControlException hungUp) {
            if (found.get() == null) {
                throw hungUp;
            }
        }
        return Objects.requireNonNull(found.get());
    }

    private static TunnelView.Connected connected(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Done.class);
        return (TunnelView.Connected) ((Reply.Done) reply).snapshot().tunnel();
    }
}
