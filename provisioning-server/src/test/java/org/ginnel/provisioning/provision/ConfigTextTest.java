// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.provisioning.fleet.TunnelNetwork;
import org.ginnel.provisioning.lease.DeviceId;
import org.ginnel.provisioning.lease.Lease;
import org.ginnel.relay.Server;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;
import org.junit.jupiter.api.Test;

class ConfigTextTest {
    private static final Path GOLDEN = Path.of("src/test/golden/config");
    private static final PrivateKey PRIVATE = PrivateKey.of(new byte[32]);

    @Test
    void config_ofALegacyClient_isThatOfTheReferenceServersScript() throws IOException {
        var text = render(gateway("host.vpn.example.com", true), Optional.of(PRIVATE));

        assertThat(text).isEqualTo(golden("legacy.conf", text));
    }

    @Test
    void config_ofAClientThatMadeItsKey_hasNoPrivateKey() throws IOException {
        var text = render(gateway("2001:db8::1", false), Optional.empty());

        assertThat(text).doesNotContain("PrivateKey").isEqualTo(golden("own-key.conf", text));
    }

    private static String render(Gateway gateway, Optional<PrivateKey> key) {
        var psk = new byte[32];
        psk[0] = 7;
        var lease = new Lease(
                "abcdefghijklmno",
                "x-1",
                "alice",
                DeviceId.named("laptop"),
                Optional.empty(),
                2,
                PRIVATE.publicKey(),
                PresharedKey.of(psk),
                1,
                true);
        return ConfigText.render(gateway, PRIVATE.publicKey(), lease, key);
    }

    private static Gateway gateway(String endpoint, boolean dual) {
        var server =
                new Server("x-1", "X", endpoint, 51820, "x", "X", "basic", 0, 0, Optional.empty(), Optional.empty());
        var network = new TunnelNetwork(
                IpNetwork.parse("10.7.0.0/24").orElseThrow(),
                dual ? IpNetwork.parse("fddd:2c4:2c4:2c4::/64") : Optional.empty());
        var dns = dual
                ? List.of(
                        IpLiteral.parse("8.8.8.8").orElseThrow(),
                        IpLiteral.parse("8.8.4.4").orElseThrow())
                : List.<InetAddress>of();
        return new Gateway(server, Optional.empty(), network, dns, Optional.empty());
    }

    private static String golden(String name, String text) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(GOLDEN.resolve(name), text);
        }
        return Files.readString(GOLDEN.resolve(name));
    }
}
