// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.tunnel.ErrorCause;

/// The client side of the daemon's socket: one connection, one request at a time.
///
/// Not thread-safe, except that [#close()] may be called from any thread and ends a call in progress with a
/// [ControlException].
public final class ControlClient implements AutoCloseable {
    private static final Duration HELLO_LIMIT = Duration.ofSeconds(5);

    private final ControlCodec codec = new ControlCodec();
    private final Path socket;
    private final Wire wire;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Reply.Welcome welcome;

    /// @param hello empty where it was said already, and a request after it
    private ControlClient(Path socket, Wire wire, Optional<Request.Hello> hello) throws ControlException {
        this.socket = socket;
        this.wire = wire;
        this.in = new DataInputStream(wire.in());
        this.out = new DataOutputStream(wire.out());
        if (hello.isPresent()) {
            send(hello.get());
        }
        this.welcome = welcomed();
    }

    private Reply.Welcome welcomed() throws ControlException {
        var reply = reply(HELLO_LIMIT).orElseThrow(() -> unreachable(socket));
        return switch (reply) {
            case Reply.Welcome ok when ok.version() == ControlCodec.VERSION -> ok;
            case Reply.Welcome other ->
                throw new ControlException(new ErrorCause.VersionMismatch(ControlCodec.VERSION, other.version()));
            case Reply.Refused(ErrorCause.VersionMismatch(var daemons, var ours), var _) ->
                throw new ControlException(new ErrorCause.VersionMismatch(ours, daemons));
            case Reply.Refused(var cause, var _) -> throw new ControlException(cause);
            case Reply.Done _, Reply.Status _, Reply.Servers _, Reply.Report _, Reply.Remembered _ ->
                throw unexpected();
        };
    }

    /// Connects and says hello.
    ///
    /// @param client name and version of the caller, for the daemon's log
    /// @throws ControlException with [ErrorCause.DaemonUnreachable] when nobody listens or nobody answers
    ///     within 5 s; else why we were refused
    public static ControlClient connect(Path socket, String client) throws ControlException {
        try {
            return greeted(socket, Wire.connect(socket), Optional.of(new Request.Hello(ControlCodec.VERSION, client)));
        } catch (IOException e) {
            throw unreachable(socket);
        }
    }

    /// Takes over a connection on which another program of ours has said hello and sent one request: the answer to
    /// that is the first to [be read][#reply(Duration)]. Only where an installed Ginnel's own library is.
    ///
    /// @param socket what it is connected to, for messages
    /// @param descriptor of the connection; closed with this client
    /// @throws ControlException as [#connect(Path, String)] does
    public static ControlClient takeOver(Path socket, int descriptor) throws ControlException {
        return greeted(socket, Wire.of(descriptor), Optional.empty());
    }

    private static ControlClient greeted(Path socket, Wire wire, Optional<Request.Hello> hello)
            throws ControlException {
        try {
            return new ControlClient(socket, wire, hello);
        } catch (ControlException e) {
            closeQuietly(wire);
            throw e;
        }
    }

    /// What the daemon said when we connected.
    public Reply.Welcome welcome() {
        return welcome;
    }

    /// Sends one request and waits for its reply, however long that takes: [Request.Connect] may wait for a tunnel.
    ///
    /// @throws ControlException when the daemon went away before it answered
    public Reply call(Request request) throws ControlException {
        send(request);
        try {
            return read();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /// Sends one request and waits for its reply for at most `limit`, as [#reply(Duration)] does.
    public Optional<Reply> call(Request request, Duration limit) throws ControlException {
        send(request);
        return reply(limit);
    }

    /// Sends one request. Its reply is read later, by [#reply(Duration)].
    ///
    /// @throws ControlException when the daemon has gone away
    public void send(Request request) throws ControlException {
        try {
            codec.write(out, request, ControlCodec.MAX_REQUEST_BYTES);
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /// Waits for the reply to what was sent for at most `limit`.
    ///
    /// @return empty when the limit has passed; the connection is closed then, since a late reply would be
    ///     taken for the answer to another request
    /// @throws ControlException when the daemon went away before it answered
    public Optional<Reply> reply(Duration limit) throws ControlException {
        var deadline = new Deadline(this, limit);
        try {
            return Optional.of(read());
        } catch (IOException e) {
            if (deadline.passed()) {
                return Optional.empty();
            }
            throw gone(e);
        } finally {
            deadline.lift();
        }
    }

    /// Watches, and hands every snapshot to `sink`, as [#snapshots(Consumer)] does.
    ///
    /// @param figures see [Request.Watch]
    public void watch(boolean figures, Consumer<Snapshot> sink) throws ControlException {
        send(new Request.Watch(figures));
        snapshots(sink);
    }

    /// Hands every snapshot that a [Request.Watch] which was sent is answered with to `sink`, in order, on the
    /// calling thread; meanwhile one other thread may [send][#send(Request)] another of those. Returns when the
    /// daemon hangs up.
    ///
    /// @throws ControlException when the connection broke or was closed
    public void snapshots(Consumer<Snapshot> sink) throws ControlException {
        try {
            while (true) {
                switch (codec.read(in, Reply.class, ControlCodec.MAX_REPLY_BYTES)) {
                    case Reply.Status(var snapshot) -> sink.accept(snapshot);
                    case Reply.Refused(var cause, var _) -> throw new ControlException(cause);
                    case Reply.Done _, Reply.Welcome _, Reply.Servers _, Reply.Report _, Reply.Remembered _ ->
                        throw unexpected();
                }
            }
        } catch (EOFException e) {
            return;
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private Reply read() throws IOException {
        return codec.read(in, Reply.class, ControlCodec.MAX_REPLY_BYTES);
    }

    private ControlException gone(IOException e) {
        var told = e instanceof MalformedFrameException ? unexpected() : unreachable(socket);
        told.initCause(e);
        return told;
    }

    private static ControlException unreachable(Path socket) {
        return new ControlException(new ErrorCause.DaemonUnreachable(socket.toString()));
    }

    private static ControlException unexpected() {
        return new ControlException(new ErrorCause.BadRequest("the daemon answered out of turn"));
    }

    /// Hangs up. Never throws.
    @Override
    public void close() {
        closeQuietly(wire);
    }

    private static void closeQuietly(Wire wire) {
        try {
            wire.close();
        } catch (IOException e) {
            // close(2) on Linux frees the descriptor whatever it returns, so there is nothing left to do.
            return;
        }
    }
}
