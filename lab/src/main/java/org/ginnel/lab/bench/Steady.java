// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.lab.LabException;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.link.Link;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.operator.Operator;
import org.ginnel.tunnel.TunnelView;

/// Counts how often a tunnel that works is left or called lost, while its weather is bad.
///
/// @param each how long each weather lasts
public record Steady(Demo demo, Duration each, PrintStream out) {
    private static final Duration SPARSE = Duration.ofMillis(700);
    private static final Duration DENSE = Duration.ofMillis(1);
    private static final int ECHO_PORT = 7;

    /// Dropped without a word at the target.
    private static final int SILENT_PORT = 9;

    private static final String SILENT = """
            add table inet silent
            add chain inet silent input { type filter hook input priority 0; }
            add rule inet silent input udp dport %d drop
            """.formatted(SILENT_PORT);

    /// What programs do meanwhile; it ends when it is interrupted.
    private interface Traffic {
        void run() throws IOException;
    }

    /// Prints one row for each weather.
    ///
    /// @return the exit code: 0 when the tunnel was never left
    public int print() throws IOException {
        demo.ginnel("login", demo.operator().key("steady", "pro"), "--api", Operator.API)
                .orThrow();
        demo.lab().machine("target").nft(SILENT);
        out.println("\n| weather, for " + each.toMinutes() + " minutes | false alarms |\n|---|---|");
        var alarms = row("5 % lost each way, little traffic", link -> link.loss(0.05), () -> questions(SPARSE))
                + row(
                        "0 to 100 ms of jitter, little traffic",
                        link -> link.jitter(Duration.ofMillis(100)),
                        () -> questions(SPARSE))
                + row("round trips of 40 ms that become 600 ms, and back, once a minute", _ -> {}, this::steps)
                + row("an upload that takes all there is", _ -> {}, this::upload)
                + row("an upload that nobody answers", _ -> {}, this::unanswered);
        return alarms == 0 ? 0 : 1;
    }

    /// The weather comes when a tunnel stands and another server stands by.
    private int row(String weather, Consumer<Link> change, Traffic traffic) throws IOException {
        new Ginnel(demo).connectToFastest();
        var link = demo.lab().link("gw1");
        change.accept(link);
        var thread = Thread.ofPlatform().daemon().start(() -> quietly(traffic));
        var alarms = alarms();
        end(thread);
        out.println("| " + weather + " | " + alarms.size() + (alarms.isEmpty() ? "" : ": " + String.join("; ", alarms))
                + " |");
        link.loss(0)
                .jitter(Duration.ZERO)
                .roundTrip(demo.lab().plan().gateways().getFirst().roundTrip());
        new Ginnel(demo).disconnect();
        return alarms.size();
    }

    /// While the tunnel stands, so that no program sees its connection break.
    private static void end(Thread traffic) {
        traffic.interrupt();
        try {
            traffic.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while the traffic ends", e);
        }
    }

    private static void quietly(Traffic traffic) {
        try {
            traffic.run();
        } catch (IOException e) {
            throw new LabException("the traffic ended: " + e.getMessage(), e);
        }
    }

    /// What the daemon said instead of "connected, since then".
    private List<String> alarms() {
        List<String> seen = new ArrayList<>();
        var last = "";
        var end = System.nanoTime() + each.toNanos();
        try (var daemon = ControlClient.connect(demo.daemon().socket(), "steady")) {
            while (System.nanoTime() < end) {
                if (daemon.call(new Request.GetStatus()) instanceof Reply.Status(var now)) {
                    var view = now.tunnel() instanceof TunnelView.Connected(var server, var since, var _, var _, var _)
                            ? server.id() + " since " + since
                            : now.tunnel().getClass().getSimpleName();
                    if (!last.isEmpty() && !view.equals(last)) {
                        seen.add(view);
                    }
                    last = view;
                }
                pause(Duration.ofMillis(50));
            }
        } catch (ControlException e) {
            throw new LabException("the daemon does not answer: " + e.errorCause(), e);
        }
        return seen;
    }

    private void questions(Duration pause) throws IOException {
        datagrams(ECHO_PORT, pause);
    }

    private void unanswered() throws IOException {
        datagrams(SILENT_PORT, DENSE);
    }

    private void datagrams(int port, Duration pause) throws IOException {
        try (var channel = demo.client().machine().inNetwork(DatagramChannel::open)) {
            while (!Thread.currentThread().isInterrupted()) {
                channel.send(ByteBuffer.allocate(900), target(port));
                pause(pause);
            }
        }
    }

    private void steps() throws IOException {
        var questions = Thread.ofPlatform().daemon().start(() -> quietly(() -> questions(SPARSE)));
        try {
            var link = demo.lab().link("gw1");
            while (!Thread.currentThread().isInterrupted()) {
                link.roundTrip(Duration.ofMillis(40));
                pause(Duration.ofSeconds(30));
                link.roundTrip(Duration.ofMillis(600));
                pause(Duration.ofSeconds(30));
            }
        } finally {
            questions.interrupt();
        }
    }

    private void upload() throws IOException {
        var target = target(ECHO_PORT);
        try (var socket = demo.client().machine().inNetwork(() -> new Socket(target.getAddress(), target.getPort()))) {
            Thread.ofPlatform().daemon().start(() -> quietly(() -> readAll(socket)));
            var block = new byte[1 << 16];
            while (!Thread.currentThread().isInterrupted()) {
                socket.getOutputStream().write(block);
            }
        }
    }

    /// Until it is closed, by whichever side.
    private static void readAll(Socket socket) throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw e;
            }
        }
    }

    private static void pause(Duration length) {
        var end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static InetSocketAddress target(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(Addresses.TARGET4), port);
    }
}
