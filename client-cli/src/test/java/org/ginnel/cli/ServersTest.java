// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Golden;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.relay.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ServersTest {
    @Test
    void fifteenServers_areATable() {
        try (var daemon = FakeDaemon.start(Scenario.connected())) {
            var run = CommandLineRun.at(daemon.socket()).run("servers");

            Golden.check("servers.txt", run.transcript(daemon.socket()));
        }
    }

    @Test
    void json_isADocumentOfTheSchema() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var run = CommandLineRun.at(daemon.socket()).run("servers", "--json");

            Golden.check("servers.json", run.out());
            JsonSchema.ofDocs("servers.schema.json").check(run.out());
        }
    }

    @Test
    void measuring_waitsForTheLastAnswer() throws InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.latenciesFillingIn())) {
            assertThat(CommandLineRun.at(daemon.socket()).run("servers").out())
                    .contains("not measured", "ginnel servers --measure");
            var run = CommandLineRun.at(daemon.socket());
            var ended = run.inBackground("servers", "--measure");
            daemon.await(Snapshot::measuring);
            assertThat(ended).isNotDone();
            while (daemon.measureNext()) {}

            assertThat(ended).succeedsWithin(20, TimeUnit.SECONDS);
            assertThat(run.out()).contains("9.0 ms", "no answer").doesNotContain("not measured");
        }
    }

    @Test
    void refreshing_asksTheApiFirst() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            CommandLineRun.at(daemon.socket()).run("servers", "--refresh");

            assertThat(daemon.requests()).contains(new Request.ListServers(true, false));
        }
    }

    @Test
    void aThousandServers_areListedWhole() {
        try (var daemon = FakeDaemon.start(Scenario.manyServers(1000))) {
            var run = CommandLineRun.at(daemon.socket()).run("servers");
            var json = CommandLineRun.at(daemon.socket()).run("servers", "--json");

            assertThat(run.out().lines()).hasSize(1003);
            assertThat(run.out()).endsWith("1000 servers. Connect with `ginnel connect`, or `ginnel connect ID`.\n");
            JsonSchema.ofDocs("servers.schema.json").check(json.out());
        }
    }

    @Test
    void noServers_isSaid() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected().serving(Servers.unmeasured(List.of())))) {
            assertThat(CommandLineRun.at(daemon.socket()).run("servers").out())
                    .isEqualTo("The operator offers no server to your key.\n");
        }
    }

    @Test
    void whileLoggedOut_itSaysHowToLogIn() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut())) {
            var run = CommandLineRun.at(daemon.socket()).run("servers", "--json");

            assertThat(run.code()).isEqualTo(ExitCode.LOGIN);
            Golden.check("error-not-logged-in.json", run.out());
            JsonSchema.ofDocs("error.schema.json").check(run.out());
        }
    }

    @Test
    void namesThatSteerATerminal_arePrintedAsHarmlessText() {
        var hostile = new Server(
                "evil-1",
                "\u001b[2J\u001b]0;owned\u0007Paris\r\nConnected to London \u202egnal\u009b31m",
                "evil.example",
                51820,
                "x",
                "\u0008\u0008Fra\u200bnce",
                "pro",
                0,
                0,
                Optional.empty(),
                Optional.of(0.5));
        try (var daemon = FakeDaemon.start(Scenario.disconnected().servingAlso(hostile))) {
            for (var words : new String[][] {
                {"servers"}, {"servers", "--json"}, {"connect", "evil-1", "--wait"}, {"status"}, {"status", "--json"}
            }) {
                var run = CommandLineRun.at(daemon.socket()).run(words);

                assertThat(run.code()).isEqualTo(ExitCode.OK);
                assertThat(run.out()).contains("evil-1");
                assertThat((run.out() + run.err()).codePoints())
                        .allMatch(c -> c == '\n' || Character.getType(c) != Character.CONTROL)
                        .noneMatch(c -> Character.getType(c) == Character.FORMAT);
                assertThat(run.out().lines()).noneMatch(l -> l.startsWith("Connected to London"));
            }
        }
    }
}
