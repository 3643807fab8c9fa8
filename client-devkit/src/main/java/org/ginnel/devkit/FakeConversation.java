// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.ginnel.control.ControlCodec;
import org.ginnel.control.MalformedFrameException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.tunnel.ErrorCause;

/// One caller's connection: hello first, then one reply to each request, in order.
final class FakeConversation {
    private final ControlCodec codec;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Scenario scenario;
    private final FakeMachine machine;

    FakeConversation(SocketChannel caller, ControlCodec codec, Scenario scenario, FakeMachine machine) {
        this.codec = codec;
        this.in = new DataInputStream(Channels.newInputStream(caller));
        this.out = new DataOutputStream(Channels.newOutputStream(caller));
        this.scenario = scenario;
        this.machine = machine;
    }

    /// Returns when the conversation is over; the caller of this method hangs up.
    void hold() throws IOException, InterruptedException {
        try {
            if (greet()) {
                while (serve(read())) {}
            }
        } catch (MalformedFrameException e) {
            say(new Reply.Refused(new ErrorCause.BadRequest(String.valueOf(e.getMessage())), machine.snapshot()));
        }
    }

    private boolean greet() throws IOException {
        var first = read();
        machine.heard(first);
        if (!(first instanceof Request.Hello(var version, var _))) {
            say(new Reply.Refused(new ErrorCause.BadRequest("hello comes first"), machine.snapshot()));
            return false;
        }
        if (version != scenario.version()) {
            var mismatch = new ErrorCause.VersionMismatch(scenario.version(), version);
            say(new Reply.Refused(mismatch, machine.snapshot()));
            return false;
        }
        say(new Reply.Welcome(version, "fake ginneld", scenario.mayChange()));
        return true;
    }

    private boolean serve(Request request) throws IOException, InterruptedException {
        if (scenario.hangsUpOn().filter(t -> t.isInstance(request)).isPresent()) {
            machine.heard(request);
            return false;
        }
        if (request instanceof Request.Watch watch) {
            stream(watch);
            return false;
        }
        say(machine.answer(request).join());
        return true;
    }

    private void stream(Request.Watch watch) throws IOException, InterruptedException {
        var changes = new LinkedBlockingQueue<Snapshot>();
        Consumer<Snapshot> watcher = changes::add;
        machine.watch(watcher, watch);
        var telling = Thread.currentThread();
        Thread.ofVirtual().name("fake-daemon-hearing").start(() -> {
            hear(watcher);
            telling.interrupt();
        });
        try {
            while (true) {
                say(new Reply.Status(changes.take()));
            }
        } finally {
            machine.unwatch(watcher);
        }
    }

    /// A watcher may say how it wants to watch from now on. Whatever else comes is its end.
    private void hear(Consumer<Snapshot> watcher) {
        try {
            while (read() instanceof Request.Watch watch) {
                machine.watchOtherwise(watcher, watch);
            }
        } catch (IOException _) {
            return; // the caller is gone, as callers may be at any time
        }
    }

    private Request read() throws IOException {
        return codec.read(in, Request.class, ControlCodec.MAX_REQUEST_BYTES);
    }

    private void say(Reply reply) throws IOException {
        codec.write(out, reply, ControlCodec.MAX_REPLY_BYTES);
    }
}
