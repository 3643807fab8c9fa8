// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlCodec;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The client side of the socket, held against daemons good and bad. Lives here because the fakes do.
@Timeout(30)
class ControlClientTest {
    private static final int FUTURE = ControlCodec.VERSION + 1;

    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void nobodyListens_isUnreachable() {
        var nowhere = Path.of("/nonexistent/ginneld.sock");

        assertCause(() -> ControlClient.connect(nowhere, "test"), new ErrorCause.DaemonUnreachable(nowhere.toString()));
    }

    @Test
    void aPathTooLongForASocket_isUnreachable() {
        var longPath = Path.of("/" + "x".repeat(300));

        assertCause(
                () -> ControlClient.connect(longPath, "test"), new ErrorCause.DaemonUnreachable(longPath.toString()));
    }

    @Test
    void aDaemonOfAnotherVersion_isAMismatch() {
        try (var daemon = FakeDaemon.start(Scenario.connected().speaking(7))) {
            assertCause(
                    () -> ControlClient.connect(daemon.socket(), "test"),
                    new ErrorCause.VersionMismatch(ControlCodec.VERSION, 7));
        }
    }

    @Test
    void aWelcomeOfAnotherVersion_isAMismatch() {
        var welcome = HostileDaemon.frame(new Reply.Welcome(FUTURE, "ginneld from the future", true));
        try (var daemon = HostileDaemon.answering(welcome)) {
            assertCause(
                    () -> ControlClient.connect(daemon.socket(), "test"),
                    new ErrorCause.VersionMismatch(ControlCodec.VERSION, FUTURE));
        }
    }

    static Stream<byte[]> garbage() {
        return Stream.of(
                "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                HostileDaemon.frame(Integer.MAX_VALUE, new byte[0]),
                HostileDaemon.frame(-1, new byte[0]),
                HostileDaemon.frame(2, "{}".getBytes(StandardCharsets.US_ASCII)),
                HostileDaemon.frame(4, "null".getBytes(StandardCharsets.US_ASCII)),
                HostileDaemon.frame(new Reply.Report(List.of())));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void garbageInsteadOfAWelcome_isToldAsSuch(byte[] answer) {
        try (var daemon = HostileDaemon.answering(answer)) {
            assertCause(
                    () -> ControlClient.connect(daemon.socket(), "test"),
                    new ErrorCause.BadRequest("the daemon answered out of turn"));
        }
    }

    @Test
    void hangingUpWithinAFrame_isUnreachable() throws ControlException {
        try (var daemon = HostileDaemon.answering(HostileDaemon.welcome(), HostileDaemon.frame(500, new byte[20]));
                var client = ControlClient.connect(daemon.socket(), "test")) {
            assertCause(
                    () -> client.call(new Request.GetStatus()),
                    new ErrorCause.DaemonUnreachable(daemon.socket().toString()));
        }
    }

    @Test
    void noAnswerWithinTheLimit_isEmptyAndClosesTheConnection() throws ControlException {
        try (var daemon = HostileDaemon.fallingSilentAfter(HostileDaemon.welcome());
                var client = ControlClient.connect(daemon.socket(), "test")) {
            assertThat(client.call(new Request.GetStatus(), SHORT)).isEmpty();
            assertCause(
                    () -> client.call(new Request.GetStatus(), SHORT),
                    new ErrorCause.DaemonUnreachable(daemon.socket().toString()));
        }
    }

    @Test
    void anAnswerWithinTheLimit_leavesTheConnectionOpen() throws ControlException {
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var client = ControlClient.connect(daemon.socket(), "test")) {
            for (var i = 0; i < 3; i++) {
                assertThat(client.call(new Request.GetStatus(), Duration.ofSeconds(20)))
                        .contains(new Reply.Status(daemon.snapshot()));
            }
        }
    }

    @Test
    void aWatchThatIsRefused_saysWhy() throws ControlException {
        var refused = new Reply.Refused(new ErrorCause.Defect("4711"), Snapshots.loggedOut());
        try (var daemon = HostileDaemon.answering(HostileDaemon.welcome(), HostileDaemon.frame(refused));
                var client = ControlClient.connect(daemon.socket(), "test")) {
            assertCause(() -> client.watch(true, _ -> {}), new ErrorCause.Defect("4711"));
        }
    }

    @Test
    void giganticRequests_areNotSent() throws ControlException {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var client = ControlClient.connect(daemon.socket(), "test")) {
            client.call(new Request.Connect(new Target.Fastest(), false));
            var served = daemon.requests().size();
            var giant = new Request.Hello(1, "x".repeat(ControlCodec.MAX_REQUEST_BYTES));

            assertThatThrownBy(() -> client.call(giant)).isInstanceOf(ControlException.class);
            assertThat(daemon.requests()).hasSize(served);
        }
    }

    private static void assertCause(ThrowingCallable call, ErrorCause cause) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ControlException.class, e -> assertThat(e.errorCause()).isEqualTo(cause));
    }
}
