// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.time.Duration;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.lab.LabException;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.net.Addresses.OfGateway;
import org.ginnel.relay.Target;

/// Connects by Ginnel in the two ways there are: over the daemon's socket, and by the command line.
public record Ginnel(Demo demo) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// From the request on, over the socket as the window does it; disconnected again then.
    Click overTheSocket(String server, OfGateway gateway) throws IOException {
        return overTheSocket(new Target.Chosen(server), gateway);
    }

    private Click overTheSocket(Target target, OfGateway gateway) throws IOException {
        return overTheSocket(target, gateway, new FirstReply(demo.client()));
    }

    /// The same for whatever target.
    ///
    /// @param gateway where it has to lead
    Click overTheSocket(Target target, OfGateway gateway, FirstReply reply) throws IOException {
        try {
            return reply.during(() -> ask(new Request.Connect(target, true)), gateway);
        } finally {
            disconnect();
        }
    }

    /// From the start of `ginnel connect SERVER --wait` on, its JVM included; disconnected again then.
    Click byTheCommandLine(String server, OfGateway gateway) throws IOException {
        try {
            return new FirstReply(demo.client())
                    .during(() -> demo.ginnel("connect", server, "--wait").orThrow(), gateway);
        } finally {
            disconnect();
        }
    }

    /// Returns when the tunnel stands.
    Reply connect(String server) {
        return ask(new Request.Connect(new Target.Chosen(server), true));
    }

    /// Returns when a tunnel to the fastest stands, and another server stands by.
    void connectToFastest() {
        ask(new Request.Connect(new Target.Fastest(), true));
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!demo.ginnel("doctor").out().contains("stands by")) {
            if (System.nanoTime() > end) {
                throw new LabException("nothing stands by");
            }
        }
    }

    /// Returns when the tunnel is gone.
    public Reply disconnect() {
        return ask(new Request.Disconnect());
    }

    private Reply ask(Request request) {
        try (var daemon = ControlClient.connect(demo.daemon().socket(), "bench")) {
            var reply = daemon.call(request);
            if (reply instanceof Reply.Done) {
                return reply;
            }
            throw new LabException("the daemon answered " + reply);
        } catch (ControlException e) {
            throw new LabException("the daemon does not answer: " + e.errorCause(), e);
        }
    }
}
