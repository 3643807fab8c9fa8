// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.account.Account;
import org.ginnel.account.Tier;
import org.ginnel.cli.text.StatusText;
import org.ginnel.control.ControlCodec;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.Server;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.Proof;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.Traffic;
import org.ginnel.tunnel.TunnelView;

/// Uses what most commands use, so that the archive of classes that this run leaves behind serves them all,
/// whatever this run itself was for. Changes nothing and asks nobody.
final class Training {
    private static final Path NOBODY = Path.of("/nonexistent/ginneld.sock");

    private Training() {}

    /// Does what the launcher asks for when this run leaves an archive of classes, or the makers of packages when
    /// it leaves a record for one.
    ///
    /// @param what `true` for [#run()], else command lines that are separated by semicolons; what they say is shown
    ///     to nobody
    static void asked(String what, Surroundings around) {
        if (what.equals("true")) {
            run();
        } else if (!what.isEmpty() && !what.equals("false")) {
            var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            var unread = around.with(new Terminal(nowhere, nowhere, false, false));
            Stream.of(what.split(";", -1)).forEach(line -> new Ginnel(unread).run(line.split(" ", -1)));
        }
    }

    /// Says how much it did, for a test to see.
    static int run() {
        try {
            Daemon.open(NOBODY).close();
        } catch (Failure e) {
            return trip(new Request.GetStatus(), Request.class)
                    + trip(new Reply.Status(snapshot()), Reply.class)
                    + StatusText.whole(snapshot(), Instant.EPOCH).size();
        }
        return 0;
    }

    private static int trip(Object message, Class<?> type) {
        var codec = new ControlCodec();
        var bytes = new ByteArrayOutputStream();
        try {
            codec.write(new DataOutputStream(bytes), message, ControlCodec.MAX_REPLY_BYTES);
            var in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            return codec.read(in, type, ControlCodec.MAX_REPLY_BYTES).equals(message) ? 1 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    private static Snapshot snapshot() {
        var server = new Server("a", "A", "a", 1, "a", "A", "a", 0, 0, Optional.empty(), Optional.empty());
        var proof = new Proof(Instant.EPOCH, Duration.ofMillis(1), "10.0.0.1");
        return new Snapshot(
                1,
                new TunnelView.Connected(
                        server, Instant.EPOCH, proof, new Reason.Fastest(Duration.ofMillis(1), 1, 1), Optional.empty()),
                Optional.of(new Account("https://a", "a", new Tier("a", "A", 1, ""))),
                1,
                false,
                List.of("a"),
                List.of("a"),
                0,
                Optional.of("192.0.2.1"),
                Optional.of(new Traffic(1, 1)),
                Settings.defaults(),
                Optional.empty(),
                Optional.empty());
    }
}
