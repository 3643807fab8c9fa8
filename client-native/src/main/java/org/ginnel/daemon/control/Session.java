// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.ginnel.control.ControlCodec;
import org.ginnel.control.MalformedFrameException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.tunnel.ErrorCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection, on a thread of its own: hello first, then request by request, until either side hangs up.
final class Session implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration BETWEEN_SNAPSHOTS = Duration.ofMillis(100);

    /// Runs what waits for the connection.
    interface Threads {
        Thread start(String name, Runnable task);
    }

    private final ControlConnection connection;
    private final Peer peer;
    private final Requests requests;
    private final String daemon;
    private final Runnable onHello;
    private final Threads threads;
    private final ControlCodec codec = new ControlCodec();
    private final DataInputStream in;
    private final DataOutputStream out;

    /// @param daemon our name and version
    /// @param onHello run when the caller has introduced itself
    Session(
            ControlConnection connection,
            Peer peer,
            Requests requests,
            String daemon,
            Runnable onHello,
            Threads threads) {
        this.connection = connection;
        this.peer = peer;
        this.requests = requests;
        this.daemon = daemon;
        this.onHello = onHello;
        this.threads = threads;
        this.in = new DataInputStream(connection.in());
        this.out = new DataOutputStream(connection.out());
    }

    @Override
    public void run() {
        try (connection) {
            var going = greet();
            while (going) {
                going = serve(read());
            }
        } catch (EOFException e) {
            LOG.trace("{} hung up", peer.user());
        } catch (MalformedFrameException e) {
            LOG.warn("hung up on {}: {}", peer.user(), e.getMessage());
        } catch (IOException e) {
            LOG.debug("lost {}: {}", peer.user(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Request read() throws IOException {
        return codec.read(in, Request.class, ControlCodec.MAX_REQUEST_BYTES);
    }

    private boolean greet() throws IOException, InterruptedException {
        Request first;
        try {
            first = read();
        } catch (MalformedFrameException e) {
            refuse(new ErrorCause.BadRequest("the first frame is no hello"));
            throw e;
        }
        if (!(first instanceof Request.Hello(var version, var client))) {
            refuse(new ErrorCause.BadRequest("hello comes first"));
            return false;
        }
        if (version != ControlCodec.VERSION) {
            refuse(new ErrorCause.VersionMismatch(ControlCodec.VERSION, version));
            return false;
        }
        onHello.run();
        LOG.debug("{} connected ({} characters of name)", peer.user(), client.length());
        write(new Reply.Welcome(ControlCodec.VERSION, daemon, peer.mayChange().getAsBoolean()));
        return true;
    }

    /// @return whether to go on
    private boolean serve(Request request) throws IOException, InterruptedException {
        return switch (request) {
            case Request.Hello _ -> {
                refuse(new ErrorCause.BadRequest("hello was said"));
                yield false;
            }
            case Request.Watch(var figures) -> {
                stream(figures);
                yield false;
            }
            case Request.GetStatus(), Request.ListServers(var _, var _), Request.Diagnose() -> {
                write(answer(request));
                yield true;
            }
            case Request.Login _,
                    Request.Logout(),
                    Request.Connect _,
                    Request.Disconnect(),
                    Request.Pause _,
                    Request.EndPause _,
                    Request.ChangeSettings _,
                    Request.Favour _,
                    Request.AddServer _,
                    Request.RemoveServer _,
                    Request.ChangeKeys(),
                    Request.GetHistory(),
                    Request.KeepHistory _,
                    Request.DeleteHistory() -> {
                if (peer.mayChange().getAsBoolean()) {
                    write(answer(request));
                } else {
                    refuse(new ErrorCause.NotPermitted());
                }
                yield true;
            }
        };
    }

    private Reply answer(Request request) throws InterruptedException {
        try {
            return requests.answer(request).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("answers never fail", e);
        }
    }

    private void refuse(ErrorCause cause) throws IOException, InterruptedException {
        if (answer(new Request.GetStatus()) instanceof Reply.Status(var snapshot)) {
            write(new Reply.Refused(cause, snapshot));
        }
    }

    private void stream(boolean figures) throws IOException, InterruptedException {
        var feed = new SnapshotFeed();
        requests.watch(feed, figures);
        var hearing = threads.start("ginnel-hearing", () -> hear(feed));
        try {
            for (var next = Optional.ofNullable(feed.take());
                    next.isPresent();
                    next = Optional.ofNullable(feed.take())) {
                write(new Reply.Status(next.get()));
                feed.pause(BETWEEN_SNAPSHOTS);
            }
        } finally {
            feed.close(); // before, so that what is heard still cannot make a watcher of it again
            requests.unwatch(feed);
            hearing.interrupt();
        }
    }

    /// A watcher may say how it wants to watch from now on. Whatever else comes is its end.
    private void hear(SnapshotFeed feed) {
        try {
            while (read() instanceof Request.Watch(var figures)) {
                requests.watch(feed, figures);
            }
            LOG.warn("{} asked for something else while watching", peer.user());
        } catch (MalformedFrameException e) {
            LOG.warn("hung up on watcher {}: {}", peer.user(), e.getMessage());
        } catch (IOException e) {
            LOG.trace("lost watcher {}: {}", peer.user(), e.getMessage());
        } finally {
            feed.close();
        }
    }

    private void write(Reply reply) throws IOException {
        codec.write(out, reply, ControlCodec.MAX_REPLY_BYTES);
    }
}
