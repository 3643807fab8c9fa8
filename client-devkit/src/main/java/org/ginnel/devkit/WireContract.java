// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlCodec;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What any daemon does with the bytes on its socket, well-formed or not: it never serves a caller who did not say
/// hello, never waits for a frame over the limit, and outlives every caller.
@Timeout(60)
public abstract class WireContract {
    /// A daemon in which nobody has logged in.
    protected abstract Path loggedOut() throws IOException;

    @Test
    void hello_isWelcomed() throws IOException, ControlException {
        try (var client = client(loggedOut())) {
            assertThat(client.welcome().version()).isEqualTo(ControlCodec.VERSION);
            assertThat(client.welcome().daemon()).isNotBlank();
            assertThat(client.welcome().mayChange()).isTrue();
        }
    }

    @Test
    void aRequestBeforeHello_isNotServed() throws IOException {
        try (var caller = new RawCaller(loggedOut())) {
            caller.send(new Request.GetStatus());

            assertRefusedOrHungUp(caller);
        }
    }

    @Test
    void helloOfAnotherVersion_isRefusedWithBothVersions() throws IOException {
        try (var caller = new RawCaller(loggedOut())) {
            caller.send(new Request.Hello(99, "contract"));

            assertThat(caller.reply())
                    .get()
                    .isInstanceOfSatisfying(
                            Reply.Refused.class,
                            r -> assertThat(r.cause())
                                    .isEqualTo(new ErrorCause.VersionMismatch(ControlCodec.VERSION, 99)));
            assertThat(caller.reply()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "null", "[]", "{\"type\":\"Nonsense\"}", "\u0000\u0001\u0002", "{\"type\":\"Hello\"}"})
    void aFrameThatIsNoRequest_isRefusedOrHungUpOn(String body) throws IOException, ControlException {
        var socket = loggedOut();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        try (var caller = greeted(socket)) {
            caller.sendLength(bytes.length).sendBytes(bytes);

            assertRefusedOrHungUp(caller);
        }
        assertServes(socket);
    }

    @ParameterizedTest
    @ValueSource(ints = {ControlCodec.MAX_REQUEST_BYTES + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 0})
    void aFrameOfAnImpossibleLength_isNotWaitedFor(int length) throws IOException, ControlException {
        var socket = loggedOut();
        try (var caller = greeted(socket)) {
            caller.sendLength(length);

            assertRefusedOrHungUp(caller);
        }
        try (var caller = new RawCaller(socket)) {
            caller.sendLength(length);

            assertRefusedOrHungUp(caller);
        }
        assertServes(socket);
    }

    @Test
    void aCallerWhoHangsUpWithinAFrame_harmsNobody() throws IOException, ControlException {
        var socket = loggedOut();
        try (var caller = greeted(socket)) {
            caller.sendLength(1000).sendBytes(new byte[10]);
        }
        assertServes(socket);
    }

    @Test
    void callersWhoSayNothing_delayNobody() throws IOException, ControlException {
        var socket = loggedOut();
        var silent = new ArrayList<RawCaller>();
        try {
            for (var i = 0; i < 8; i++) {
                silent.add(new RawCaller(socket));
            }
            assertServes(socket);
        } finally {
            for (var caller : silent) {
                caller.close();
            }
        }
    }

    @Test
    void requestsSentTogether_areAnsweredInOrder() throws IOException {
        try (var caller = greeted(loggedOut())) {
            caller.send(new Request.GetStatus()).send(new Request.Diagnose()).send(new Request.GetStatus());

            assertThat(List.of(next(caller), next(caller), next(caller)))
                    .hasExactlyElementsOfTypes(Reply.Status.class, Reply.Report.class, Reply.Status.class);
        }
    }

    static ControlClient client(Path socket) throws ControlException {
        return ControlClient.connect(socket, "contract");
    }

    static Snapshot status(ControlClient client) throws ControlException {
        var reply = client.call(new Request.GetStatus());
        assertThat(reply).isInstanceOf(Reply.Status.class);
        return ((Reply.Status) reply).snapshot();
    }

    static RawCaller greeted(Path socket) throws IOException {
        var caller = new RawCaller(socket).send(new Request.Hello(ControlCodec.VERSION, "contract"));
        assertThat(next(caller)).isInstanceOf(Reply.Welcome.class);
        return caller;
    }

    static Reply next(RawCaller caller) throws IOException {
        return caller.reply().orElseThrow(() -> new AssertionError("the daemon hung up"));
    }

    private static void assertRefusedOrHungUp(RawCaller caller) throws IOException {
        var reply = caller.reply();
        if (reply.isPresent()) {
            assertThat(reply.get())
                    .isInstanceOfSatisfying(
                            Reply.Refused.class, r -> assertThat(r.cause()).isInstanceOf(ErrorCause.BadRequest.class));
        }
    }

    private static void assertServes(Path socket) throws ControlException {
        try (var client = client(socket)) {
            assertThat(status(client)).isNotNull();
        }
    }
}
