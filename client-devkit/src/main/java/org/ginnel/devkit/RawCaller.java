// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.ginnel.control.ControlCodec;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.SocketPath;
import org.ginnel.control.pipe.PipeEnd;

/// A caller of the control channel without manners: sends what it is told to, in any order, whole or in part.
public final class RawCaller implements AutoCloseable {
    private final ControlCodec codec = new ControlCodec();
    private final Closeable channel;
    private final DataInputStream in;
    private final DataOutputStream out;

    /// Connects and says nothing.
    public RawCaller(Path socket) throws IOException {
        if (SocketPath.isPipe(socket)) {
            var end = PipeEnd.open(socket.toString(), Duration.ofSeconds(2));
            channel = end::close;
            in = new DataInputStream(end.in());
            out = new DataOutputStream(end.out());
        } else {
            var connected = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            channel = connected;
            in = new DataInputStream(Channels.newInputStream(connected));
            out = new DataOutputStream(Channels.newOutputStream(connected));
        }
    }

    /// Sends one well-formed frame and does not wait.
    public RawCaller send(Request request) throws IOException {
        codec.write(out, request, ControlCodec.MAX_REQUEST_BYTES);
        return this;
    }

    /// Sends the head of a frame that claims `length` bytes.
    public RawCaller sendLength(int length) throws IOException {
        out.writeInt(length);
        out.flush();
        return this;
    }

    /// Sends bytes as they are.
    public RawCaller sendBytes(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /// The next reply; empty when the daemon has hung up instead.
    public Optional<Reply> reply() throws IOException {
        try {
            return Optional.of(codec.read(in, Reply.class, ControlCodec.MAX_REPLY_BYTES));
        } catch (EOFException _) {
            return Optional.empty();
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("reset")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
