// SPDX-License-Identifier: Apache-2.0
package org.ginnel.peering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptPeersTest {
    /// As the script writes it (github.com/Nyr/wireguard-install), with two clients.
    static final String FILE = """
            # Do not alter the commented lines
            # They are used by wireguard-install
            # ENDPOINT 203.0.113.5

            [Interface]
            Address = 10.7.0.1/24, fddd:2c4:2c4:2c4::1/64
            PrivateKey = oK56DE9Ue9zK76rAc8pBl6opph+1v36lm7cXXsQKrQM=
            ListenPort = 51820

            # BEGIN_PEER phone
            [Peer]
            PublicKey = GtL7fZc/bLnqZldpVofMCD6hDjrK28SsdLxevJ+qtKU=
            PresharedKey = 2B8HHgBq4UpqWw0pXYoBdHM8QbOQIBvVtQRLgI2vMWs=
            AllowedIPs = 10.7.0.2/32, fddd:2c4:2c4:2c4::2/128
            # END_PEER phone
            # BEGIN_PEER Annas_laptop-15
            [Peer]
            PublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=
            PresharedKey = 9sSP6Hbsq2VwKCqrjzmDvhdIRXq6nRYWe0JHqYSzGtQ=
            AllowedIPs = 10.7.0.3/32
            # END_PEER Annas_laptop-15
            """;

    @Test
    void clientsOfTheScript_areRead_andNothingElse() {
        var read = ScriptPeers.parse(FILE);

        assertThat(read.problems()).isEmpty();
        assertThat(read.peers()).extracting(ScriptPeers.Named::name).containsExactly("phone", "Annas_laptop-15");
        assertThat(read.peers().getFirst().peer().publicKey())
                .hasToString("GtL7fZc/bLnqZldpVofMCD6hDjrK28SsdLxevJ+qtKU=");
        assertThat(read.peers().getFirst().peer().allowedIps()).hasToString("[10.7.0.2/32, fddd:2c4:2c4:2c4::2/128]");
        assertThat(read.peers().getLast().peer().presharedKey()).isPresent();
        assertThat(ScriptPeers.parse(FILE.replace("\n", "\r\n"))).isEqualTo(read);
    }

    @Test
    void clientThatCannotBeRead_isNamed_andTheOthersAreRead() {
        var broken = FILE.replace("GtL7fZc/bLnqZldpVofMCD6hDjrK28SsdLxevJ+qtKU=", "short");

        var read = ScriptPeers.parse(broken + "# BEGIN_PEER cut\n[Peer]\n");

        assertThat(read.peers()).extracting(ScriptPeers.Named::name).containsExactly("Annas_laptop-15");
        assertThat(read.problems()).containsExactly("phone: PublicKey is missing or wrong", "cut: it has no END_PEER");
    }

    @Test
    void fileWithoutClients_hasNone() {
        assertThat(ScriptPeers.parse("").peers()).isEmpty();
        assertThat(ScriptPeers.parse("[Interface]\nPrivateKey = x\n").peers()).isEmpty();
    }
}
