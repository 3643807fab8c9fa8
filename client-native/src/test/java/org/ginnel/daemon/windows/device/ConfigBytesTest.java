// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.daemon.Golden.assertGolden;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Optional;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.port.Plans;
import org.ginnel.daemon.windows.HexText;
import org.ginnel.daemon.windows.Layouts;
import org.junit.jupiter.api.Test;

class ConfigBytesTest {
    private final Layouts layouts = Layouts.read();

    @Test
    void offsets_areThoseOfTheCompiler() {
        assertThat(ConfigBytes.INTERFACE).isEqualTo(layouts.size("WIREGUARD_INTERFACE"));
        assertThat(ConfigBytes.PEER).isEqualTo(layouts.size("WIREGUARD_PEER"));
        assertThat(ConfigBytes.ALLOWED_IP).isEqualTo(layouts.size("WIREGUARD_ALLOWED_IP"));
        isAt("WIREGUARD_INTERFACE", "ListenPort", ConfigBytes.INTERFACE_PORT);
        isAt("WIREGUARD_INTERFACE", "PrivateKey", ConfigBytes.INTERFACE_PRIVATE_KEY);
        isAt("WIREGUARD_INTERFACE", "PeersCount", ConfigBytes.INTERFACE_PEERS);
        isAt("WIREGUARD_PEER", "PublicKey", ConfigBytes.PEER_PUBLIC_KEY);
        isAt("WIREGUARD_PEER", "PresharedKey", ConfigBytes.PEER_PRESHARED_KEY);
        isAt("WIREGUARD_PEER", "PersistentKeepalive", ConfigBytes.PEER_KEEPALIVE);
        isAt("WIREGUARD_PEER", "Endpoint", ConfigBytes.PEER_ENDPOINT);
        isAt("WIREGUARD_PEER", "TxBytes", ConfigBytes.PEER_TX);
        isAt("WIREGUARD_PEER", "RxBytes", ConfigBytes.PEER_RX);
        isAt("WIREGUARD_PEER", "LastHandshake", ConfigBytes.PEER_HANDSHAKE);
        isAt("WIREGUARD_PEER", "AllowedIPsCount", ConfigBytes.PEER_ALLOWED_IPS);
        isAt("WIREGUARD_ALLOWED_IP", "AddressFamily", ConfigBytes.ALLOWED_FAMILY);
        isAt("WIREGUARD_ALLOWED_IP", "Cidr", ConfigBytes.ALLOWED_CIDR);
    }

    private void isAt(String structure, String field, int offset) {
        assertThat(layouts.field(structure, field).offset()).as(field).isEqualTo(offset);
    }

    @Test
    void flags_areThoseOfTheHeader() {
        is("WIREGUARD_INTERFACE_HAS_PRIVATE_KEY", ConfigBytes.HAS_PRIVATE_KEY);
        is("WIREGUARD_INTERFACE_HAS_LISTEN_PORT", ConfigBytes.HAS_LISTEN_PORT);
        is("WIREGUARD_INTERFACE_REPLACE_PEERS", ConfigBytes.REPLACE_PEERS);
        is("WIREGUARD_PEER_HAS_PUBLIC_KEY", ConfigBytes.PEER_HAS_PUBLIC_KEY);
        is("WIREGUARD_PEER_HAS_PRESHARED_KEY", ConfigBytes.PEER_HAS_PRESHARED_KEY);
        is("WIREGUARD_PEER_HAS_PERSISTENT_KEEPALIVE", ConfigBytes.PEER_HAS_KEEPALIVE);
        is("WIREGUARD_PEER_HAS_ENDPOINT", ConfigBytes.PEER_HAS_ENDPOINT);
        is("WIREGUARD_PEER_REPLACE_ALLOWED_IPS", ConfigBytes.PEER_REPLACE_ALLOWED_IPS);
        is("WIREGUARD_PEER_UPDATE", ConfigBytes.PEER_UPDATE);
    }

    private void is(String constant, int ours) {
        assertThat(layouts.value(constant)).as(constant).isEqualTo(ours);
    }

    @Test
    void plans_areTheirGoldens() {
        var ipv6 = Plans.device(new InetSocketAddress(InetAddress.ofLiteral("2001:db8:11::2"), 51820));
        assertGolden("windows/device/set.hex", HexText.of(ConfigBytes.set(Plans.device())));
        assertGolden("windows/device/set-ipv6.hex", HexText.of(ConfigBytes.set(ipv6)));
        assertGolden("windows/device/roam.hex", HexText.of(ConfigBytes.roam(ipv6)));
        assertGolden("windows/device/blank.hex", HexText.of(ConfigBytes.blank()));
    }

    /// Windows counts 100 ns from 1601 on.
    @Test
    void status_readsTimeAndBytes() {
        var config = ByteBuffer.wrap(ConfigBytes.set(Plans.device())).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(ConfigBytes.status(config)).contains(new DeviceStatus(Optional.empty(), 0, 0));
        config.putLong(ConfigBytes.INTERFACE + ConfigBytes.PEER_HANDSHAKE, 116_444_736_000_000_000L + 15_000_000L);
        config.putLong(ConfigBytes.INTERFACE + ConfigBytes.PEER_RX, 92);
        config.putLong(ConfigBytes.INTERFACE + ConfigBytes.PEER_TX, 148);
        assertThat(ConfigBytes.status(config))
                .contains(new DeviceStatus(Optional.of(Instant.ofEpochMilli(1500)), 92, 148));
        assertThat(ConfigBytes.status(ByteBuffer.wrap(ConfigBytes.blank()))).isEmpty();
        assertThat(ConfigBytes.status(ByteBuffer.allocate(3))).isEmpty();
    }
}
