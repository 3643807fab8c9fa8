// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.function.Predicate;
import org.ginnel.lab.LabException;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.wire.Frames;
import org.ginnel.lab.wire.Packet;
import org.ginnel.lab.wire.Wiretap;

/// What somebody on the local network may try.
final class Neighbours {
    private static final InetAddress ROUTER = InetAddress.ofLiteral(Addresses.HOME4);
    private static final InetAddress CLIENT = InetAddress.ofLiteral(Addresses.CLIENT4);
    private static final int ID = 0x4c4b;
    private static final int QUESTIONS = 20;
    private static final int ANSWER = 2;
    private static final int ECHO_REPLY4 = 0;
    private static final int ECHO_REPLY6 = 129;
    private static final String COUNT_ANSWERS = """
            add table inet answers
            delete table inet answers
            table inet answers {
              counter seen {}
              chain in {
                type filter hook prerouting priority raw;
                iifname "wg0" icmp type echo-reply icmp id %1$d counter name seen
                iifname "wg0" icmpv6 type echo-reply icmpv6 id %1$d counter name seen
              }
            }
            """.formatted(ID);

    /// First for the address that the neighbours know anyway, so that silence means something.
    static void askForAddress(Scene scene) throws IOException {
        try (var tap = Wiretap.on(scene.lab().machine("home"), "lan0")) {
            if (answers(scene, tap, CLIENT) == 0) {
                throw new LabException("the client answers no ARP at all, so nothing can be told");
            }
            for (var address : tunnelAddresses(scene)) {
                if (address.getAddress().length == 4) {
                    scene.count("arp-answer", answers(scene, tap, address));
                }
            }
        }
    }

    private static long answers(Scene scene, Wiretap tap, InetAddress target) {
        Predicate<Packet> answers = packet -> packet.protocol() == Packet.ARP
                && packet.source() == ANSWER
                && packet.from().filter(target::equals).isPresent();
        for (var i = 0; i < QUESTIONS; i++) {
            tap.send(Frames.arpQuestion(tap.hardwareAddress(), ROUTER, target));
        }
        scene.go(100);
        return heard(tap, answers);
    }

    private static long heard(Wiretap tap, Predicate<Packet> wanted) {
        var count = 0L;
        for (var heard = tap.next(0); heard.isPresent(); heard = tap.next(0)) {
            count += wanted.test(heard.get().packet()) ? 1 : 0;
        }
        return count;
    }

    /// As if the target had sent it: an answer would leave by the tunnel, and tell by its size that the address
    /// and the connection exist.
    static void probeAddress(Scene scene) throws IOException {
        var home = scene.lab().machine("home");
        var gateway = scene.lab().machine("gw1");
        gateway.nft(COUNT_ANSWERS);
        try (var tap = Wiretap.on(home, "lan0")) {
            var client = clientsHardwareAddress(scene);
            for (var address : tunnelAddresses(scene)) {
                var four = address.getAddress().length == 4;
                var target = InetAddress.ofLiteral(four ? Addresses.TARGET4 : Addresses.TARGET6);
                scene.count("answer-on-the-network", echoes(scene, tap, client, address, target));
            }
        } finally {
            var counted = gateway.run("nft", "list", "counter", "inet", "answers", "seen")
                    .orThrow()
                    .out();
            scene.count("answer-in-the-tunnel", Long.parseLong(counted.replaceAll("(?s).*packets (\\d+).*", "$1")));
        }
    }

    private static long echoes(Scene scene, Wiretap tap, byte[] client, InetAddress to, InetAddress as) {
        for (var i = 0; i < QUESTIONS; i++) {
            tap.send(Frames.echo(client, tap.hardwareAddress(), as, to, ID));
        }
        scene.go(100);
        return heard(tap, packet -> isReply(packet) && packet.destination() == ID);
    }

    private static boolean isReply(Packet packet) {
        return (packet.protocol() == Packet.ICMP && packet.source() == ECHO_REPLY4)
                || (packet.protocol() == Packet.ICMPV6 && packet.source() == ECHO_REPLY6);
    }

    private static byte[] clientsHardwareAddress(Scene scene) throws IOException {
        return scene.client()
                .machine()
                .inNetwork(() -> NetworkInterface.getByName("eth0").getHardwareAddress());
    }

    private static List<InetAddress> tunnelAddresses(Scene scene) {
        return ForeignHands.devices(scene).stream()
                .flatMap(device -> scene.client().addresses(device).stream())
                .toList();
    }

    private Neighbours() {}
}
