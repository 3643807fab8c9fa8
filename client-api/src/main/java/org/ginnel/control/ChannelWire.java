// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// A connection as the JDK makes it, on every system.
record ChannelWire(SocketChannel channel) implements Wire {
    static Wire connect(Path socket) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return new ChannelWire(channel);
        } catch (IOException e) {
            try (channel) {
                throw e;
            }
        }
    }

    @Override
    public InputStream in() {
        return Channels.newInputStream(channel);
    }

    @Override
    public OutputStream out() {
        return Channels.newOutputStream(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
