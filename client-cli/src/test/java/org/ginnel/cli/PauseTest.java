// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.control.Request;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Golden;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Snapshots;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PauseTest {
    @Test
    void pause_saysForHowLong_whatComesBack_andHowToEndIt() {
        try (var daemon = start(Scenario.connected())) {
            Golden.check("pause.txt", run(daemon, "pause").transcript(daemon.socket()));
            assertThat(daemon.requests()).contains(new Request.Pause(Duration.ofMinutes(10)));
        }
    }

    @ParameterizedTest
    @CsvSource({"30s,PT30S", "5m,PT5M", "1h,PT1H", "24h,PT24H", "1440m,PT24H", "1500ms,PT1.5S"})
    void theLength_isWhatWasSaid(String word, Duration length) {
        try (var daemon = start(Scenario.connected())) {
            assertThat(run(daemon, "pause", word).code()).isEqualTo(ExitCode.OK);
            assertThat(daemon.requests()).contains(new Request.Pause(length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "0s", "500ms", "25h", "86401s", "soon", "99999999h", "5 m", "-5m", ""})
    void whatIsNoLength_isRefusedBeforeAnythingIsAsked(String word) {
        try (var daemon = start(Scenario.connected())) {
            var run = run(daemon, "pause", "--", word);

            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("A pause takes 1s to 24h", "ginnel pause 10m");
            assertThat(daemon.requests()).isEmpty();
        }
    }

    @Test
    void whileEverythingMayLeave_thereIsNothingToPause() {
        try (var daemon = start(Scenario.disconnected())) {
            var run = run(daemon, "pause");

            assertThat(run.code()).isEqualTo(ExitCode.NOTHING_TO_PAUSE);
            Golden.check("pause-nothing.txt", run.transcript(daemon.socket()));
        }
    }

    @Test
    void lockdown_isOpenedForAWhile() {
        try (var daemon = start(Scenario.locked())) {
            var run = run(daemon, "pause", "5m");

            assertThat(run.code()).isEqualTo(ExitCode.OK);
            assertThat(run.out()).contains("Then          lockdown: nothing leaves again");
        }
    }

    @Test
    void resume_beginsToConnectAgain() {
        try (var daemon =
                start(Scenario.paused(CommandLineRun.NOW.plusSeconds(60)).slowly())) {
            Golden.check("resume-begun.txt", run(daemon, "resume").transcript(daemon.socket()));
            assertThat(daemon.requests()).contains(new Request.EndPause(false));
        }
    }

    @Test
    void resume_waitsForTheTunnelThatWasPaused() {
        try (var daemon = start(Scenario.paused(CommandLineRun.NOW.plusSeconds(60)))) {
            var run = run(daemon, "resume", "--wait");

            assertThat(run.code()).isEqualTo(ExitCode.OK);
            assertThat(run.out()).startsWith("Connected to Frankfurt, Germany (eu-central-1)\n");
            assertThat(daemon.requests()).contains(new Request.EndPause(true));
        }
    }

    @Test
    void resume_afterItsTimeLimit_goesOn() throws InterruptedException {
        try (var daemon =
                start(Scenario.paused(CommandLineRun.NOW.plusSeconds(60)).slowly())) {
            assertThat(run(daemon, "resume", "--timeout", "50ms").code()).isEqualTo(ExitCode.TIMED_OUT);
            daemon.await(now -> now.tunnel() instanceof TunnelView.Connecting);
        }
    }

    @Test
    void resume_bringsLockdownBack() {
        try (var daemon = start(Scenario.locked())) {
            run(daemon, "pause");

            assertThat(run(daemon, "resume").out()).startsWith("Locked: nothing leaves this computer\n");
        }
    }

    @Test
    void resume_bringsABlockBack_andTellsItsCause() {
        var cause = new ErrorCause.EngineMissing();
        try (var daemon = start(Scenario.blocked(cause))) {
            run(daemon, "pause");
            var run = run(daemon, "resume");

            assertThat(run.code()).isEqualTo(ExitCode.of(cause));
            assertThat(run.err()).contains("This computer has no WireGuard.", "Now:  Nothing leaves this computer");
        }
    }

    @Test
    void resume_withoutAPause_saysSo_andChangesNothing() {
        try (var daemon = start(Scenario.connected())) {
            var run = run(daemon, "resume");

            assertThat(run.code()).isEqualTo(ExitCode.OK);
            assertThat(run.out()).startsWith("Nothing is paused.\nConnected to Frankfurt");
            assertThat(daemon.requests()).noneMatch(Request.EndPause.class::isInstance);
        }
    }

    @Test
    void whoMayOnlyLook_isTold() {
        try (var daemon = start(Scenario.notPermitted())) {
            daemon.change(s -> Snapshots.withTunnel(
                    s, new TunnelView.Paused(CommandLineRun.NOW.plusSeconds(60), Optional.empty())));

            assertThat(run(daemon, "pause").code()).isEqualTo(ExitCode.NOT_PERMITTED);
            assertThat(run(daemon, "resume").code()).isEqualTo(ExitCode.NOT_PERMITTED);
        }
    }

    private static FakeDaemon start(Scenario scenario) {
        return FakeDaemon.start(scenario, CommandLineRun.CLOCK);
    }

    private static CommandLineRun run(FakeDaemon daemon, String... words) {
        return CommandLineRun.at(daemon.socket()).run(words);
    }
}
