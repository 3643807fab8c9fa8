// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.ginnel.daemon.engine.Uapi;
import org.ginnel.daemon.linux.FarSide;
import org.ginnel.daemon.linux.Tools;
import org.ginnel.daemon.port.Plans;

/// The other end of the tests' tunnel: `wireguard-go` as `far0` on the far side, at 10.7.0.1 and its IPv6 sister.
public final class Peer {
    private static final Path SOCKET = Path.of("/var/run/wireguard/far0.sock");

    private Peer() {}

    /// Starts it on port 51820.
    public static void start(Tools tools, FarSide far) {
        far.run("wireguard-go far0");
        tools.feed(
                """
                [Interface]
                PrivateKey = %s
                ListenPort = 51820
                [Peer]
                PublicKey = %s
                PresharedKey = %s
                AllowedIPs = 10.7.0.2/32, fddd:2c4:2c4:2c4::2/128
                """.formatted(
                                Plans.SERVER_KEY.base64(),
                                Plans.ourPublicKey(),
                                Plans.presharedKey().base64()),
                "wg setconf far0 /dev/stdin");
        far.run("ip address add 10.7.0.1/24 dev far0");
        far.run("ip address add fddd:2c4:2c4:2c4::1/64 dev far0 nodad");
        far.run("ip link set far0 up");
    }

    /// Ends it, if it runs, and waits until it is gone.
    public static void stop() throws IOException {
        if (Uapi.isServed(SOCKET)) {
            try (var uapi = Uapi.connect(SOCKET)) {
                Files.delete(SOCKET);
                assertThat(uapi.awaitEnd(Duration.ofSeconds(2))).isTrue();
            }
        }
    }
}
