// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.control.Request;
import org.ginnel.devkit.Causes;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Golden;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ConnectTest {
    @SuppressWarnings("UnusedVariable") // a source of parameters, named in an annotation
    private static final List<ErrorCause> CAUSES = Causes.ALL;

    @Test
    void waiting_endsWhenConnected() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var run = CommandLineRun.at(daemon.socket()).run("connect", "--wait");

            Golden.check("connect-wait.txt", run.transcript(daemon.socket()));
            assertThat(daemon.requests()).contains(new Request.Connect(new Target.Fastest(), true));
        }
    }

    @Test
    void whatWasAskedBefore_isNotAskedAgain() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var before = new Request.Connect(new Target.Chosen("eu-west-1"), true);
            var run = CommandLineRun.at(daemon.socket()).asked(before).run("connect", "eu-west-1", "--wait");

            assertThat(run.code()).isEqualTo(ExitCode.OK);
            assertThat(run.out()).contains("Connected to London", "(eu-west-1)");
            assertThat(daemon.requests())
                    .filteredOn(Request.Connect.class::isInstance)
                    .containsExactly(before);
        }
    }

    @Test
    void whatWasAskedBefore_mayHaveTakenACityForAnId() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var before = new Request.Connect(new Target.Chosen("hong-kong"), true);
            var run = CommandLineRun.at(daemon.socket()).asked(before).run("connect", "hong-kong", "--wait");

            assertThat(run.code()).isEqualTo(ExitCode.OK);
            assertThat(run.out()).contains("(ap-east-1)");
        }
    }

    @Test
    void whatWasAskedBefore_andTakesTooLong_goesOn() {
        try (var daemon = FakeDaemon.start(Scenario.connectingSlowly())) {
            var before = new Request.Connect(new Target.Chosen("eu-west-1"), true);
            var run = CommandLineRun.at(daemon.socket()).asked(before).run("connect", "eu-west-1", "--timeout", "1s");

            assertThat(run.code()).isEqualTo(ExitCode.TIMED_OUT);
            assertThat(run.err()).contains("connecting goes on");
        }
    }

    @Test
    void whatWasAskedBefore_andFailed_isToldOnce() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected().failingToConnect(new ErrorCause.KeyRefused()))) {
            var before = new Request.Connect(new Target.Fastest(), true);
            var run = CommandLineRun.at(daemon.socket()).asked(before).run("connect", "--wait");

            assertThat(run.code()).isEqualTo(ExitCode.of(new ErrorCause.KeyRefused()));
            assertThat(daemon.requests())
                    .filteredOn(Request.Connect.class::isInstance)
                    .containsExactly(before);
        }
    }

    @Test
    void notWaiting_endsWhenItHasBegun() {
        try (var daemon = FakeDaemon.start(Scenario.connectingSlowly())) {
            var run = CommandLineRun.at(daemon.socket()).run("connect", "--fastest");

            Golden.check("connect-begun.txt", run.transcript(daemon.socket()));
            assertThat(daemon.requests()).contains(new Request.Connect(new Target.Fastest(), false));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-1,eu-west-1",
        "EU-WEST-1,eu-west-1",
        "London,eu-west-1",
        "hong kong,ap-east-1",
        "HongKong,ap-east-1",
        "sao paulo,sa-east-1",
        "S\u00e3o-Paulo,sa-east-1"
    })
    void aServer_isNamedByIdOrCity(String word, String id) {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var run = CommandLineRun.at(daemon.socket()).run("connect", word, "--wait");

            assertThat(run.code()).isEqualTo(ExitCode.OK);
            assertThat(daemon.requests()).contains(new Request.Connect(new Target.Chosen(id), true));
            assertThat(run.out()).contains("(" + id + ")", "Chosen        by you");
        }
    }

    @Test
    void aMistypedCity_bringsSuggestions() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var run = CommandLineRun.at(daemon.socket()).run("connect", "Frankfrut");

            Golden.check("connect-mistyped.txt", run.transcript(daemon.socket()));
            assertThat(daemon.requests()).noneMatch(Request.Connect.class::isInstance);
        }
    }

    @Test
    void anUnknownName_isSaidToBeUnknown() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var run = CommandLineRun.at(daemon.socket()).run("connect", "Atlantis\u001b]0;x\u0007");

            assertThat(run.code()).isEqualTo(ExitCode.NO_SUCH_SERVER);
            assertThat(run.err()).contains("There is no server Atlantis\ufffd]0;x\ufffd.");
            assertThat(daemon.requests()).contains(new Request.ListServers(true, false));
        }
    }

    @Test
    void aCityWithTwoServers_needsAnId() {
        var other = Servers.many(1).getFirst();
        var london = new Server(
                "eu-west-9",
                "London",
                other.endpoint(),
                51820,
                "eu",
                "UK",
                "pro",
                51.5,
                0,
                other.probePort(),
                other.load());
        try (var daemon = FakeDaemon.start(Scenario.disconnected().servingAlso(london))) {
            var run = CommandLineRun.at(daemon.socket()).run("connect", "london");

            Golden.check("connect-ambiguous.txt", run.transcript(daemon.socket()));
            assertThat(CommandLineRun.at(daemon.socket())
                            .run("connect", "eu-west-9")
                            .code())
                    .isEqualTo(ExitCode.OK);
        }
    }

    @ParameterizedTest
    @FieldSource("CAUSES")
    void everyFailure_isExplainedAndKeepsItsExitCode(ErrorCause cause) {
        try (var daemon = FakeDaemon.start(Scenario.disconnected().failingToConnect(cause))) {
            var run = CommandLineRun.at(daemon.socket()).run("connect", "--wait");

            assertThat(run.code()).isEqualTo(ExitCode.of(cause));
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("ginnel: ", "Next: ", "Now:  ");
        }
    }

    @Test
    void aFailureThatBlocks_saysThatNothingLeaves() {
        var cause = Causes.ALL.stream()
                .filter(ErrorCause.NoHandshake.class::isInstance)
                .findFirst()
                .orElseThrow();
        try (var daemon = FakeDaemon.start(Scenario.disconnected().failingToConnect(cause))) {
            var run = CommandLineRun.at(daemon.socket()).run("connect", "--wait");

            Golden.check("connect-blocked.txt", run.transcript(daemon.socket()));
        }
    }

    @Test
    void aFailureBeforeAnythingChanged_saysSo() {
        try (var daemon = FakeDaemon.start(Scenario.offline())) {
            var run = CommandLineRun.at(daemon.socket()).run("connect", "--wait");

            Golden.check("connect-offline.txt", run.transcript(daemon.socket()));
        }
    }

    @Test
    void whileLoggedOut_itSaysHowToLogIn() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut())) {
            for (var words : List.of(List.of("connect"), List.of("connect", "London"))) {
                var run = CommandLineRun.at(daemon.socket()).run(words.toArray(String[]::new));

                assertThat(run.code()).isEqualTo(ExitCode.LOGIN);
                assertThat(run.err()).contains("ginnel login");
            }
        }
    }

    @Test
    void whoMayOnlyLook_isTold() {
        try (var daemon = FakeDaemon.start(Scenario.notPermitted())) {
            var run = CommandLineRun.at(daemon.socket()).run("connect");

            Golden.check("connect-not-permitted.txt", run.transcript(daemon.socket()));
        }
    }

    @Test
    void theTimeLimit_endsTheWaitingAndNotTheConnecting() throws InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.connectingSlowly())) {
            var run = CommandLineRun.at(daemon.socket()).run("connect", "--timeout", "50ms");

            Golden.check("connect-timeout.txt", run.transcript(daemon.socket()));
            daemon.await(now -> now.tunnel() instanceof TunnelView.Connecting);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon", "99999999h", "1 s", ""})
    void whatIsNoTime_isRefusedBeforeAnythingIsAsked(String time) {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var run = CommandLineRun.at(daemon.socket()).run("connect", "--timeout=" + time);

            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(daemon.requests()).isEmpty();
        }
    }

    @Test
    void aServerAndFastest_excludeEachOther() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var run = CommandLineRun.at(daemon.socket()).run("connect", "London", "--fastest");

            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(daemon.requests()).isEmpty();
        }
    }

    @Test
    void onATerminal_everyPhaseIsShown_andCtrlCSaysThatConnectingGoesOn() throws InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.connectingSlowly())) {
            var run = CommandLineRun.at(daemon.socket()).onATerminal();
            var ended = run.inBackground("connect", "--wait");
            for (var phase :
                    List.of("choosing", "asking the operator", "closing the firewall", "handshake", "proving")) {
                waitUntilShown(run, phase);
                if (phase.equals("handshake")) {
                    run.interrupt();
                    assertThat(run.err()).contains("Stopped waiting; connecting goes on.", "ginnel disconnect");
                }
                daemon.advance();
            }

            assertThat(ended).succeedsWithin(20, TimeUnit.SECONDS);
            assertThat(run.code()).isEqualTo(ExitCode.OK);
            assertThat(run.out()).contains("\r\u001b[K\u001b[32mConnected");
            run.interrupt();
            assertThat(run.err()).containsOnlyOnce("Stopped waiting");
        }
    }

    @Test
    void somebodyElsesRequest_endsTheWaiting() throws InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.connectingSlowly())) {
            var run = CommandLineRun.at(daemon.socket()).onATerminal();
            var ended = run.inBackground("connect", "--wait");
            waitUntilShown(run, "choosing");
            CommandLineRun.at(daemon.socket()).run("connect", "London");

            assertThat(ended).succeedsWithin(20, TimeUnit.SECONDS);
            assertThat(run.code()).isEqualTo(ExitCode.SUPERSEDED);
        }
    }

    private static void waitUntilShown(CommandLineRun run, String text) throws InterruptedException {
        while (!run.out().contains(text)) { // ends with the test's timeout
            Thread.sleep(2);
        }
    }

    @Test
    void disconnect_saysHowThingsAre() {
        try (var daemon = FakeDaemon.start(Scenario.connected())) {
            var run = CommandLineRun.at(daemon.socket()).run("disconnect");

            Golden.check("disconnect.txt", run.transcript(daemon.socket()));
            assertThat(daemon.snapshot().tunnel()).isInstanceOf(TunnelView.Disconnected.class);
        }
    }
}
