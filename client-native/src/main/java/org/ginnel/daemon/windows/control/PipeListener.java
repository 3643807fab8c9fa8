// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import org.ginnel.daemon.control.ControlConnection;
import org.ginnel.daemon.control.ControlListener;
import org.ginnel.daemon.control.Peer;
import org.ginnel.daemon.control.Permissions;

/// The control pipe. There is always one end that waits: the next one is made before the caller who took the last
/// is listened to, so the name is never free for somebody else. Who calls says Windows.
public final class PipeListener implements ControlListener {
    private final ControlPipe next;
    private final Pipes pipes;
    private Pipes.End waiting;
    private boolean closed;

    private PipeListener(ControlPipe next, Pipes pipes, Pipes.End waiting) {
        this.next = next;
        this.pipes = pipes;
        this.waiting = waiting;
    }

    /// A pipe of that kind.
    ///
    /// @param first the first of its name
    public static ControlListener.Place at(ControlPipe first, Pipes pipes) {
        return () -> {
            try {
                return new PipeListener(first.next(), pipes, pipes.create(first));
            } catch (IOException e) {
                throw new IOException(
                        "cannot listen at " + first.name() + ", where another ginneld may do: " + e.getMessage(), e);
            }
        };
    }

    @Override
    public ControlConnection accept() throws IOException {
        var taken = waiting();
        try {
            taken.awaitCaller();
        } catch (IOException e) {
            waiting(); // or it is closed
            throw e;
        }
        waitForAnother(taken);
        return new Accepted(taken, pipes);
    }

    private synchronized Pipes.End waiting() throws ClosedChannelException {
        if (closed) {
            throw new ClosedChannelException();
        }
        return waiting;
    }

    private synchronized void waitForAnother(Pipes.End taken) throws IOException {
        if (closed) {
            taken.close();
            throw new ClosedChannelException();
        }
        try {
            waiting = pipes.create(next);
        } catch (IOException e) {
            taken.close();
            throw e;
        }
    }

    /// Waiting for a pipe holds a thread of the system, and to ask who calls wants one that stays the same.
    @Override
    public Thread start(String name, Runnable task) {
        return Thread.ofPlatform().daemon().name(name).start(task);
    }

    @Override
    public synchronized void close() {
        closed = true;
        waiting.close();
    }

    private record Accepted(Pipes.End end, Pipes pipes) implements ControlConnection {
        /// A token says who belongs to what since it was made, when its user logged in.
        @Override
        public Optional<Peer> peer() throws IOException {
            return new WindowsPermissions(pipes.group(Permissions.GROUP))
                    .of(end.token())
                    .map(caller -> new Peer(caller.user(), caller::mayChange));
        }

        @Override
        public InputStream in() {
            return end.in();
        }

        @Override
        public OutputStream out() {
            return end.out();
        }

        @Override
        public void close() {
            end.close();
        }
    }
}
