// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.control.ControlCodec;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.HostileDaemon;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Snapshots;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class HostileDaemonTest {
    private static final String KEY = "testuser_pro_a3562544513ab101";

    private static final List<List<String>> COMMANDS = List.of(
            List.of("login", "--api", "https://api.example"),
            List.of("logout"),
            List.of("servers"),
            List.of("servers", "--measure", "--json"),
            List.of("connect"),
            List.of("connect", "London"),
            List.of("connect", "--wait"),
            List.of("disconnect"),
            List.of("status"),
            List.of("status", "--watch"),
            List.of("status", "--json"),
            List.of("pause"),
            List.of("resume"),
            List.of("settings"),
            List.of("settings", "lockdown", "on"));

    static Stream<byte[]> answers() {
        return Stream.of(
                new byte[0],
                "HTTP/1.1 400 Bad Request\r\n\r\n<html>".getBytes(StandardCharsets.US_ASCII),
                HostileDaemon.frame(Integer.MAX_VALUE, new byte[4]),
                HostileDaemon.frame(ControlCodec.MAX_REPLY_BYTES + 1, new byte[4]),
                HostileDaemon.frame(-5, new byte[4]),
                HostileDaemon.frame(1000, new byte[10]),
                HostileDaemon.frame(6, "{\"a\":1".getBytes(StandardCharsets.US_ASCII)),
                HostileDaemon.frame(200_000, "[".repeat(200_000).getBytes(StandardCharsets.US_ASCII)),
                HostileDaemon.frame(new Reply.Report(List.of())));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void garbageInsteadOfAWelcome_endsEveryCommandCalmly(byte[] answer) {
        try (var daemon = HostileDaemon.answering(answer)) {
            COMMANDS.forEach(words -> assertCalm(daemon, words));
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void garbageAfterTheWelcome_endsEveryCommandCalmly(byte[] answer) {
        try (var daemon = HostileDaemon.answering(HostileDaemon.welcome(), answer)) {
            COMMANDS.forEach(words -> assertCalm(daemon, words));
        }
    }

    private static void assertCalm(HostileDaemon daemon, List<String> words) {
        var run = CommandLineRun.at(daemon.socket()).typing(KEY).run(words.toArray(String[]::new));
        var said = run.out() + run.err();

        assertThat(run.code()).as("%s", words).isEqualTo(ExitCode.SERVICE);
        assertThat(said)
                .as("%s", words)
                .doesNotContain("Exception", "\tat ", KEY)
                .containsIgnoringCase("next");
    }

    static Stream<Class<? extends Request>> requests() {
        return Stream.of(
                Request.Login.class,
                Request.Logout.class,
                Request.ListServers.class,
                Request.Connect.class,
                Request.Disconnect.class,
                Request.Pause.class,
                Request.GetStatus.class,
                Request.Watch.class,
                Request.ChangeSettings.class);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void hangingUpInsteadOfAnswering_isAnUnreachableService(Class<? extends Request> request) {
        try (var daemon = FakeDaemon.start(Scenario.disconnected().hangingUpOn(request))) {
            var unreachable = 0;
            for (var words : COMMANDS) {
                var run = CommandLineRun.at(daemon.socket()).typing(KEY);
                if (words.contains("--watch") && !request.equals(Request.Watch.class)) {
                    continue; // would watch for ever
                }
                run.run(words.toArray(String[]::new));
                assertThat(run.code()).isIn(ExitCode.OK, ExitCode.SERVICE, ExitCode.LOGIN, ExitCode.NOTHING_TO_PAUSE);
                unreachable += run.code() == ExitCode.SERVICE ? 1 : 0;
            }
            assertThat(unreachable).isPositive();
        }
    }

    static Stream<ErrorCause> hostileCauses() {
        var evil = "\u001b[2J\r\nConnected to London\u202e";
        return Stream.of(
                new ErrorCause.Offline(evil),
                new ErrorCause.ApiUntrusted(evil, evil),
                new ErrorCause.ApiMalformed(evil, evil),
                new ErrorCause.ApiFailed(evil, 500, evil),
                new ErrorCause.SystemRefused(ErrorCause.Part.DNS, evil, evil),
                new ErrorCause.BadRequest(evil),
                new ErrorCause.Defect(evil));
    }

    @ParameterizedTest
    @MethodSource("hostileCauses")
    void causesThatSteerATerminal_arePrintedAsHarmlessText(ErrorCause cause) {
        var refused = HostileDaemon.frame(new Reply.Refused(cause, Snapshots.loggedIn()));
        try (var daemon = HostileDaemon.answering(HostileDaemon.welcome(), refused)) {
            var run = CommandLineRun.at(daemon.socket()).run("disconnect");

            assertThat(run.code()).isEqualTo(ExitCode.of(cause));
            assertThat(run.err().lines()).hasSize(4).noneMatch(l -> l.startsWith("Connected"));
            assertThat(run.err()).doesNotContain("\u001b", "\r", "\u202e");
        }
    }
}
