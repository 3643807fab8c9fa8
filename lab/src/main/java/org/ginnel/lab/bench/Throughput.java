// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.net.Addresses;

/// How fast one TCP connection to the target is through the nearest gateway: by Ginnel, and by the same engine as
/// `wg-quick` sets it up.
///
/// @param runs how often each is measured
record Throughput(Demo demo, int runs, PrintStream out) {
    private static final int PORT = 5001;
    private static final int BYTES = 60_000_000;
    private static final int BUFFER = 65_536;
    private static final int LIMIT_MS = 60_000;
    private static final int DOWNLOAD = 'd';
    private static final int UPLOAD = 'u';

    void print() throws IOException {
        out.printf("%nOne TCP connection, %d MB, in MB a second%n", BYTES / 1_000_000);
        out.println("\n| what | Ginnel, min / median / max | wg-quick | Ginnel : wg-quick |\n|---|---|---|---|");
        try (var server = demo.lab().machine("target").inNetwork(() -> new ServerSocket(PORT))) {
            Thread.ofPlatform().daemon().name("lab-bulk").start(() -> serve(server));
            row("download", DOWNLOAD);
            row("upload", UPLOAD);
        }
    }

    /// The two take turns, so that whatever else the machine does hits both alike.
    private void row(String what, int direction) throws IOException {
        var gateway = demo.lab().gateways().getFirst();
        var ginnel = new Ginnel(demo);
        var quick = new WgQuick(demo, gateway);
        List<Duration> ours = new ArrayList<>();
        List<Duration> theirs = new ArrayList<>();
        for (var i = 0; i < runs; i++) {
            // Which is the same gateway; what follows from a connect is over then, and takes no processor any more.
            ginnel.connectToFastest();
            ours.add(transfer(direction));
            ginnel.disconnect();
            quick.up();
            theirs.add(transfer(direction));
            quick.down();
        }
        var mine = new Spread(ours);
        var reference = new Spread(theirs);
        out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %.2f |%n",
                what,
                rates(mine),
                rates(reference),
                seconds(reference.median()) / seconds(mine.median()));
    }

    private static String rates(Spread took) {
        return String.format(
                Locale.ROOT, "%.1f / %.1f / %.1f", rate(took.most(1)), rate(took.median()), rate(took.min()));
    }

    private static double rate(Duration took) {
        return BYTES / 1_000_000.0 / seconds(took);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private Duration transfer(int direction) throws IOException {
        try (var socket = demo.client().machine().inNetwork(Throughput::connected)) {
            socket.setSoTimeout(LIMIT_MS);
            var began = System.nanoTime();
            socket.getOutputStream().write(direction);
            if (direction == DOWNLOAD) {
                take(socket.getInputStream());
            } else {
                give(socket.getOutputStream());
                socket.getInputStream().read();
            }
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    private static Socket connected() throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral(Addresses.TARGET4), PORT), LIMIT_MS);
        return socket;
    }

    private void serve(ServerSocket server) {
        while (!server.isClosed()) {
            try (var caller = server.accept()) {
                caller.setSoTimeout(LIMIT_MS);
                if (caller.getInputStream().read() == DOWNLOAD) {
                    give(caller.getOutputStream());
                } else {
                    take(caller.getInputStream());
                    caller.getOutputStream().write(UPLOAD);
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    out.println("the target: " + e.getMessage());
                }
            }
        }
    }

    private static void give(OutputStream to) throws IOException {
        var buffer = new byte[BUFFER];
        for (var left = BYTES; left > 0; left -= buffer.length) {
            to.write(buffer, 0, Math.min(left, buffer.length));
        }
        to.flush();
    }

    private static void take(InputStream from) throws IOException {
        var buffer = new byte[BUFFER];
        for (var left = BYTES; left > 0; ) {
            var read = from.read(buffer, 0, Math.min(left, buffer.length));
            if (read < 0) {
                throw new IOException("the connection ended early");
            }
            left -= read;
        }
    }
}
