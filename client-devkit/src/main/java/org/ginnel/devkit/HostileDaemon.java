// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ginnel.control.ControlCodec;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;

/// Something on the daemon's socket that is no daemon: answers the requests of every caller with the bytes it was
/// given, one item each, and then hangs up or falls silent.
public final class HostileDaemon implements AutoCloseable {
    private final ControlCodec codec = new ControlCodec();
    private final Set<SocketChannel> callers = ConcurrentHashMap.newKeySet();
    private final List<byte[]> answers;
    private final boolean fallsSilent;
    private final Path directory;
    private final Path socket;
    private final ServerSocketChannel listener;

    private HostileDaemon(List<byte[]> answers, boolean fallsSilent) throws IOException {
        this.answers = List.copyOf(answers);
        this.fallsSilent = fallsSilent;
        this.directory = Files.createTempDirectory("ginnel-hostile");
        this.socket = directory.resolve("ginneld.sock");
        this.listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().name("hostile-daemon").start(this::accept);
    }

    /// Answers and hangs up.
    public static HostileDaemon answering(byte[]... answers) {
        return start(List.of(answers), false);
    }

    /// Answers and then says nothing more, ever.
    public static HostileDaemon fallingSilentAfter(byte[]... answers) {
        return start(List.of(answers), true);
    }

    private static HostileDaemon start(List<byte[]> answers, boolean fallsSilent) {
        try {
            return new HostileDaemon(answers, fallsSilent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A well-formed frame.
    public static byte[] frame(Reply reply) {
        var bytes = new ByteArrayOutputStream();
        try {
            new ControlCodec().write(new DataOutputStream(bytes), reply, ControlCodec.MAX_REPLY_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A frame that claims `length` bytes and carries `body`.
    public static byte[] frame(int length, byte[] body) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(length);
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The welcome of a daemon of our version.
    public static byte[] welcome() {
        return frame(new Reply.Welcome(ControlCodec.VERSION, "hostile", true));
    }

    /// Where it listens.
    public Path socket() {
        return socket;
    }

    private void accept() {
        try {
            while (true) {
                var caller = listener.accept();
                callers.add(caller);
                Thread.ofVirtual().name("hostile-daemon-caller").start(() -> answer(caller));
            }
        } catch (IOException _) {
            return; // closed: close() is the only way out
        }
    }

    private void answer(SocketChannel caller) {
        try (caller) {
            var in = new DataInputStream(Channels.newInputStream(caller));
            var out = new DataOutputStream(Channels.newOutputStream(caller));
            for (var bytes : answers) {
                codec.read(in, Request.class, ControlCodec.MAX_REQUEST_BYTES);
                out.write(bytes);
                out.flush();
            }
            if (fallsSilent) {
                in.transferTo(DataOutputStream.nullOutputStream());
            }
        } catch (IOException _) {
            return; // the caller has had enough
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (var caller : callers) {
                caller.close();
            }
            Files.deleteIfExists(socket);
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
