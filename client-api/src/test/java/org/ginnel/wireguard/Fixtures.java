// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.util.List;
import java.util.Optional;

/// Values that several tests share. The keys belong to nobody.
final class Fixtures {
    static final PrivateKey OWN =
            PrivateKey.parse("yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=").orElseThrow();
    static final PublicKey SERVER =
            PublicKey.parse("xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=").orElseThrow();
    static final PresharedKey SHARED =
            PresharedKey.parse("FpCyhws9cxwWoV4xELtfJvjJN+zQVRPISllRWgeopVE=").orElseThrow();

    private Fixtures() {}

    static Config config() {
        var local = new Interface(
                Optional.of(OWN),
                List.of(network("10.7.0.2/24"), network("fddd:2c4:2c4:2c4::2/64")),
                List.of(IpLiteral.parse("10.7.0.1").orElseThrow()),
                List.of("corp.example"),
                Optional.of(1420),
                Optional.empty());
        var peer = new Peer(
                SERVER,
                Optional.of(SHARED),
                List.of(network("0.0.0.0/0"), network("::/0")),
                Endpoint.parse("[2001:db8::1]:51820"),
                Optional.of(25));
        return new Config(local, List.of(peer));
    }

    static IpNetwork network(String text) {
        return IpNetwork.parse(text).orElseThrow();
    }
}
