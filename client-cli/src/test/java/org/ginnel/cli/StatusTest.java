// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.control.ControlCodec;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Golden;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Traffic;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.tunnel.TunnelView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StatusTest {
    @Test
    void connected_isSaidInFull() {
        try (var daemon = FakeDaemon.start(Scenario.connected())) {
            var run = CommandLineRun.at(daemon.socket()).run("status");

            Golden.check("status-connected.txt", run.transcript(daemon.socket()));
        }
    }

    @Test
    void json_isADocumentOfTheSchema() {
        try (var daemon = FakeDaemon.start(Scenario.connected())) {
            var run = CommandLineRun.at(daemon.socket()).run("status", "--json");

            assertThat(run.code()).isEqualTo(ExitCode.OK);
            assertThat(run.err()).isEmpty();
            Golden.check("status-connected.json", run.out());
            JsonSchema.ofDocs("status.schema.json").check(run.out());
        }
    }

    @Test
    void theKeyOfATunnel_isToldInPlainWords_andToPrograms() {
        var key = new TunnelKey(true, Optional.of(Servers.NOON.minusSeconds(10_800)));
        var quantum = Snapshots.withKey(Snapshots.connected(Servers.byId("eu-central-1")), key);
        try (var daemon = FakeDaemon.start(Scenario.startingAs(quantum))) {
            Golden.check(
                    "status-post-quantum.txt",
                    CommandLineRun.at(daemon.socket()).run("status").transcript(daemon.socket()));
            var json =
                    CommandLineRun.at(daemon.socket()).run("status", "--json").out();
            Golden.check("status-post-quantum.json", json);
            JsonSchema.ofDocs("status.schema.json").check(json);
        }
        var legacy = Snapshots.withKey(quantum, new TunnelKey(false, Optional.empty()));
        try (var daemon = FakeDaemon.start(Scenario.startingAs(legacy))) {
            assertThat(CommandLineRun.at(daemon.socket()).run("status").out())
                    .contains("  Key           not post-quantum\n");
        }
    }

    @Test
    void onATerminal_itIsColoured_andElsewhereNot() {
        try (var daemon = FakeDaemon.start(Scenario.connected())) {
            var terminal = CommandLineRun.at(daemon.socket()).onATerminal().run("status");
            var pipe = CommandLineRun.at(daemon.socket()).run("status");

            assertThat(terminal.out()).contains("\u001b[32mConnected\u001b[0m");
            assertThat(terminal.out().replaceAll("\u001b\\[[0-9]*m", "")).isEqualTo(pipe.out());
        }
    }

    @Test
    void watching_saysEveryChangeOfStateOnce_andTheEndOfTheService() throws InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.connectingSlowly())) {
            var run = CommandLineRun.at(daemon.socket());
            var ended = run.inBackground("status", "--watch");
            waitUntilSaid(run, "Disconnected");
            CommandLineRun.at(daemon.socket()).run("connect");
            while (daemon.advance()) {
                daemon.change(s -> Snapshots.withServers(s, s.serversRevision() + 1, false));
            }
            daemon.change(s -> Snapshots.withTraffic(s, Optional.of(new Traffic(5, 6))));
            waitUntilSaid(run, "Connected");
            var down = CommandLineRun.at(daemon.socket()).inBackground("disconnect");
            waitUntilSaid(run, "Disconnecting");
            daemon.advance();
            assertThat(down).succeedsWithin(20, TimeUnit.SECONDS);
            waitUntilSaid(run, "Disconnecting\n12:12:00  Disconnected");
            daemon.hangUp();

            assertThat(ended).succeedsWithin(20, TimeUnit.SECONDS);
            Golden.check("status-watch.txt", run.transcript(daemon.socket()));
        }
    }

    @Test
    void watching_saysWhatAnotherProgramDid_whenItDidIt() throws InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.connected())) {
            var run = CommandLineRun.at(daemon.socket());
            var ended = run.inBackground("status", "--watch");
            waitUntilSaid(run, "Connected");
            var disturbance = new Disturbance(ErrorCause.Part.FIREWALL, Servers.NOON.plusSeconds(190), 1);
            daemon.change(s -> Snapshots.withDisturbance(s, Optional.of(disturbance)));
            daemon.change(s -> Snapshots.withTraffic(s, Optional.of(new Traffic(5, 6))));
            daemon.change(s ->
                    Snapshots.withTunnel(s, new TunnelView.Paused(Servers.NOON.plusSeconds(900), Optional.empty())));
            waitUntilSaid(run, "Paused");
            daemon.hangUp();

            assertThat(ended).succeedsWithin(20, TimeUnit.SECONDS);
            Golden.check("status-watch-disturbed.txt", run.transcript(daemon.socket()));
        }
    }

    @Test
    void watchingAsJson_isALineAChange() throws InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.connected())) {
            var run = CommandLineRun.at(daemon.socket());
            var ended = run.inBackground("status", "--watch", "--json");
            waitUntilSaid(run, "\n");
            daemon.change(s -> Snapshots.withTraffic(s, Optional.of(new Traffic(5, 6))));
            waitUntilSaid(run, "\"rx_bytes\":5");
            daemon.hangUp();

            assertThat(ended).succeedsWithin(20, TimeUnit.SECONDS);
            assertThat(run.code()).isEqualTo(ExitCode.SERVICE);
            assertThat(run.out().lines().limit(2))
                    .hasSize(2)
                    .allSatisfy(JsonSchema.ofDocs("status.schema.json")::check);
        }
    }

    private static void waitUntilSaid(CommandLineRun run, String text) throws InterruptedException {
        while (!run.out().contains(text)) { // ends with the test's timeout
            Thread.sleep(2);
        }
    }

    @Test
    void withoutAService_itSaysWhatToDo() {
        var daemon = FakeDaemon.start(Scenario.connected());
        daemon.close();
        var run = CommandLineRun.at(daemon.socket()).run("status");

        Golden.check("status-unreachable.txt", run.transcript(daemon.socket()));
    }

    @Test
    void withoutAService_jsonIsADocumentToo() {
        var daemon = FakeDaemon.start(Scenario.connected());
        daemon.close();
        var run = CommandLineRun.at(daemon.socket()).run("status", "--json");

        assertThat(run.code()).isEqualTo(ExitCode.SERVICE);
        assertThat(run.err()).isEmpty();
        JsonSchema.ofDocs("error.schema.json").check(run.out());
        Golden.check(
                "error-unreachable.json", run.out().replace(daemon.socket().toString(), "/run/ginnel/ginneld.sock"));
    }

    @Test
    void aServiceOfAnotherVersion_isToldApart() {
        try (var daemon = FakeDaemon.start(Scenario.connected().speaking(ControlCodec.VERSION + 1))) {
            var run = CommandLineRun.at(daemon.socket()).run("status");

            assertThat(run.code()).isEqualTo(ExitCode.SERVICE);
            assertThat(run.err())
                    .contains(
                            "different versions",
                            "speaks version " + ControlCodec.VERSION + " of their protocol, the service version "
                                    + (ControlCodec.VERSION + 1) + ".");
        }
    }

    @Test
    void theSocketOption_worksBeforeAndAfterTheCommand_andWinsOverTheVariable() {
        try (var daemon = FakeDaemon.start(Scenario.blocked(new ErrorCause.EngineMissing()))) {
            var path = daemon.socket().toString();
            for (var words : new String[][] {{"--socket", path, "status"}, {"status", "--socket=" + path}}) {
                var run = new CommandLineRun().with("GINNEL_SOCKET", "/nowhere").run(words);

                assertThat(run.code()).isEqualTo(ExitCode.OK);
                assertThat(run.out()).contains("nothing leaves this computer");
            }
        }
    }
}
