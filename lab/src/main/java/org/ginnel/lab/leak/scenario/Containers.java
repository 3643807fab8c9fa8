// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.ginnel.lab.machine.Running;
import org.ginnel.lab.net.Addresses;

/// A container of the client, as Docker makes them: a network of its own behind a bridge, forwarded and
/// translated.
final class Containers {
    private static final String START = """
            set -e
            ip netns add box
            ip link add box0 type veth peer name eth0 netns box
            ip addr add 172.30.0.1/24 dev box0
            ip -6 addr add fd00:b0c5::1/64 dev box0 nodad
            ip link set box0 up
            ip -n box link set lo up
            ip -n box link set eth0 up
            ip -n box addr add 172.30.0.2/24 dev eth0
            ip -n box -6 addr add fd00:b0c5::2/64 dev eth0 nodad
            ip -n box route add default via 172.30.0.1
            ip -n box -6 route add default via fd00:b0c5::1
            nft add table inet box
            nft add chain inet box out '{ type nat hook postrouting priority srcnat; }'
            nft add rule inet box out iifname box0 oifname != box0 masquerade
            sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
            """;
    private static final String STOP = """
            sysctl -qw net.ipv4.ip_forward=0 net.ipv6.conf.all.forwarding=0
            nft delete table inet box
            ip link del box0
            ip netns del box
            true
            """;

    static void play(Scene scene) throws IOException {
        scene.client().run("bash", "-c", START).orThrow();
        try (var _ = ping(scene, Addresses.TARGET4);
                var _ = ping(scene, Addresses.TARGET6)) {
            scene.aSecond();
            Processes.kill(scene.subject().engines());
            scene.awaitRecovery();
            scene.aSecond();
        }
    }

    private static Running ping(Scene scene, String target) {
        return scene.client()
                .machine()
                .start(List.of("ip", "netns", "exec", "box", "ping", "-i", "0.02", "-q", target), Map.of());
    }

    static void undo(Scene scene) {
        scene.client().run("bash", "-c", STOP);
    }

    private Containers() {}
}
