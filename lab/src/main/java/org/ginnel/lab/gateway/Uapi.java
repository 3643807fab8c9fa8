// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.gateway;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The configuration protocol of WireGuard devices in user space: https://www.wireguard.com/xplatform/.
final class Uapi {
    private static final int MAX_ANSWER = 1 << 20;

    private final Path socket;

    Uapi(Path socket) {
        this.socket = socket;
    }

    /// Changes the device.
    ///
    /// @param lines such as `listen_port=51820`, in the order in which they hold
    void set(List<String> lines) throws IOException {
        var answer = call("set=1\n" + String.join("\n", lines) + "\n\n");
        if (!answer.startsWith("errno=0\n")) {
            throw new IOException("the WireGuard device refused its configuration: " + answer.strip());
        }
    }

    /// The lines that describe the device and then each peer.
    List<String> get() throws IOException {
        return call("get=1\n\n").lines().filter(line -> !line.isEmpty()).toList();
    }

    private String call(String request) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            var out = StandardCharsets.US_ASCII.encode(request);
            while (out.hasRemaining()) {
                channel.write(out);
            }
            var answer = new StringBuilder();
            var in = ByteBuffer.allocate(65_536);
            while (answer.indexOf("\n\n") < 0 && answer.length() < MAX_ANSWER && channel.read(in.clear()) >= 0) {
                answer.append(StandardCharsets.US_ASCII.decode(in.flip()));
            }
            return answer.toString();
        }
    }
}
