// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.gateway;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ginnel.lab.machine.Machine;
import org.ginnel.lab.machine.Running;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.net.Addresses.OfGateway;
import org.ginnel.lab.net.Rules;
import org.ginnel.lab.net.Wiring;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;

/// A VPN server with a real WireGuard device, [#DEVICE], that forwards to the internet behind an address of its
/// own.
public final class Gateway {
    /// The name of the WireGuard device in every gateway.
    public static final String DEVICE = "wg0";

    /// The gateway's own address in the tunnel, where its resolver listens.
    public static final String TUNNEL4 = "10.7.0.1";

    /// The same over IPv6.
    public static final String TUNNEL6 = "fddd:2c4:2c4:2c4::1";

    /// The addresses in the tunnel, the same in every gateway.
    public static final String NETWORK4 = "10.7.0.0/24";

    /// The same over IPv6.
    public static final String NETWORK6 = "fddd:2c4:2c4:2c4::/64";

    /// The gateway's own address in the tunnels of devices (`/api/v1`).
    public static final String DEVICES4 = "10.64.0.1";

    /// The same over IPv6.
    public static final String DEVICES6 = "fddd:2c4:2c4:3::1";

    /// The addresses of devices, the same in every gateway.
    public static final String DEVICES_NETWORK4 = "10.64.0.0/16";

    /// The same over IPv6.
    public static final String DEVICES_NETWORK6 = "fddd:2c4:2c4:3::/64";

    private static final String DEVICE_UP = """
            addr add %1$s/24 dev %3$s
            addr add %2$s/64 dev %3$s nodad
            addr add %4$s/16 dev %3$s
            addr add %5$s/64 dev %3$s nodad
            link set %3$s mtu 1420 up
            """.formatted(TUNNEL4, TUNNEL6, DEVICE, DEVICES4, DEVICES6);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Machine machine;
    private final OfGateway addresses;
    private final PrivateKey key;
    private final Uapi uapi;
    private Running engine;

    private Gateway(Machine machine, OfGateway addresses, PrivateKey key) throws IOException {
        this.machine = machine;
        this.addresses = addresses;
        this.key = key;
        this.uapi = new Uapi(machine.run().resolve("wireguard").resolve(DEVICE + ".sock"));
        this.engine = launch();
        configure();
    }

    private Running launch() {
        return machine.start(
                List.of("wireguard-go", "-f", DEVICE),
                Map.of("WG_PROCESS_FOREGROUND", "1", "LOG_LEVEL", "verbose", "GOMEMLIMIT", "64MiB"));
    }

    private void configure() throws IOException {
        engine.awaitLine(line -> line.contains("UAPI listener started"), PATIENCE);
        uapi.set(List.of(
                "private_key=" + key.hex(),
                "listen_port=" + Addresses.WIREGUARD_PORT,
                "fwmark=" + Wiring.UNDERLAY_MARK));
    }

    /// Starts the device; the machine needs its cables only for [#connect()].
    public static Gateway start(Machine machine, OfGateway addresses, SecureRandom random) throws IOException {
        return new Gateway(machine, addresses, PrivateKey.generate(random));
    }

    /// Brings the machine onto the internet, and its device up.
    public void connect() throws IOException {
        for (var key :
                List.of("net/ipv4/ip_forward", "net/ipv6/conf/all/forwarding", "net/ipv6/conf/default/forwarding")) {
            machine.sysctl(key, 1);
        }
        machine.ip(Wiring.gateway(addresses) + DEVICE_UP);
        machine.ip6(Wiring.gatewayRules6(addresses));
        machine.nft(Rules.gateway(DEVICE));
    }

    public Machine machine() {
        return machine;
    }

    public OfGateway addresses() {
        return addresses;
    }

    public PublicKey publicKey() {
        return key.publicKey();
    }

    /// Lets a client in, or changes what it may use.
    ///
    /// @param allowedIps the addresses of the client in the tunnel, in CIDR notation
    public void addPeer(PublicKey client, String... allowedIps) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("public_key=" + client.hex());
        lines.add("replace_allowed_ips=true");
        for (var ip : allowedIps) {
            lines.add("allowed_ip=" + ip);
        }
        uapi.set(lines);
    }

    /// Shuts a client out.
    public void removePeer(PublicKey client) throws IOException {
        uapi.set(List.of("public_key=" + client.hex(), "remove=true"));
    }

    /// Who may come in, and what came of it.
    public List<Seen> peers() throws IOException {
        return Seen.parse(uapi.get());
    }

    /// Kills the device, as a crash of the server would.
    public void crash() {
        engine.kill();
    }

    /// Starts it again after [#crash()] with its old key; it knows no peers then until somebody adds them.
    public void recover() throws IOException {
        engine = launch();
        configure();
        machine.ip(DEVICE_UP);
    }
}
