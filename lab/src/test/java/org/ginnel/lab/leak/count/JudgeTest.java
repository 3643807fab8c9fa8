// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.ginnel.lab.leak.flood.Probe;
import org.ginnel.lab.leak.flood.Probes;
import org.ginnel.lab.leak.flood.Token;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.net.Addresses.OfGateway;
import org.ginnel.lab.wire.Packet;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final OfGateway GATEWAY = new OfGateway(1);
    private static final InetAddress CLIENT = InetAddress.ofLiteral(Addresses.CLIENT4);
    private static final int SYN = 2;
    private static final int ACK = 0x10;

    private final Judge judge = new Judge(Probes.ALL, List.of(GATEWAY));

    private static Probe probe(String name) {
        return Probes.of(probe -> probe.name().equals(name)).getFirst();
    }

    private static Packet packet(int protocol, String to, int source, int destination, int flags, byte[] payload) {
        return packet(protocol, to, source, destination, flags, 64, payload);
    }

    private static Packet packet(
            int protocol, String to, int source, int destination, int flags, int hops, byte[] payload) {
        return new Packet(
                protocol,
                Optional.of(CLIENT),
                Optional.of(InetAddress.ofLiteral(to)),
                source,
                destination,
                flags,
                hops,
                ByteBuffer.wrap(payload));
    }

    private static byte[] message(int type, int length) {
        var bytes = new byte[length];
        bytes[0] = (byte) type;
        return bytes;
    }

    @Test
    void floodsPackets_areKnownByTheirToken_whateverBecameOfTheirPorts() {
        var dns = probe("dns4");
        var bytes = new Token(dns.id(), 7).bytes();
        assertThat(judge.of(packet(Packet.UDP, Addresses.TARGET4, 1024, 53, 0, bytes)))
                .isEqualTo(new Verdict.OfFlood(dns));
        assertThat(judge.of(packet(
                        Packet.ICMP,
                        Addresses.TARGET4,
                        8,
                        1,
                        0,
                        new Token(probe("echo4").id(), 7).bytes())))
                .isEqualTo(new Verdict.OfFlood(probe("echo4")));
    }

    @Test
    void errorThatQuotesAPacketOfTheFlood_isNotThatPacket() {
        var quoted = new Token(probe("lan-dns6").id(), 7).bytes();
        assertThat(judge.of(packet(Packet.ICMPV6, Addresses.HOME6, 1, 0, 0, quoted)))
                .isInstanceOf(Verdict.Stray.class);
        assertThat(judge.of(packet(
                        Packet.ICMP,
                        Addresses.TARGET4,
                        3,
                        0,
                        0,
                        new Token(probe("udp4").id(), 7).bytes())))
                .isInstanceOf(Verdict.Stray.class);
    }

    @Test
    void firstPacketOfAConnection_isTheProbe_andTheRestIsNot() {
        var tcp = probe("tcp4");
        var port = tcp.id() + 13;
        assertThat(judge.of(packet(Packet.TCP, Addresses.TARGET4, port, tcp.port(), SYN, new byte[0])))
                .isEqualTo(new Verdict.OfFlood(tcp));
        assertThat(judge.of(packet(Packet.TCP, Addresses.TARGET4, port, tcp.port(), ACK, new byte[0])))
                .isEqualTo(new Verdict.Further());
    }

    @Test
    void wireGuard_isAllowedToAnEndpoint_andNothingElseThere() {
        for (var type = 1; type <= 4; type++) {
            assertThat(judge.of(packet(Packet.UDP, GATEWAY.endpoint4(), 40_000, 51_820, 0, message(type, 148))))
                    .isEqualTo(new Verdict.Allowed());
        }
        assertThat(judge.of(packet(Packet.UDP, GATEWAY.endpoint4(), 40_000, 51_820, 0, message(5, 148))))
                .isInstanceOf(Verdict.Stray.class);
        assertThat(judge.of(packet(Packet.UDP, GATEWAY.endpoint4(), 40_000, 51_820, 0, message(1, 20))))
                .isInstanceOf(Verdict.Stray.class);
        assertThat(judge.of(packet(Packet.UDP, GATEWAY.endpoint4(), 40_000, 51_821, 0, message(1, 148))))
                .isInstanceOf(Verdict.Stray.class);
        assertThat(judge.of(packet(Packet.UDP, Addresses.TARGET4, 40_000, 51_820, 0, message(1, 148))))
                .isInstanceOf(Verdict.Stray.class);
        var probe = probe("endpoint4");
        assertThat(judge.of(packet(
                        Packet.UDP, GATEWAY.endpoint4(), probe.id(), 51_820, 0, new Token(probe.id(), 1).bytes())))
                .isEqualTo(new Verdict.OfFlood(probe));
    }

    @Test
    void whatKeepsTheLinkAlive_andTheDaemonsCalls_areAllowed() {
        assertThat(judge.of(packet(Packet.ICMPV6, Addresses.HOME6, 135, 0, 0, 255, new byte[24])))
                .isEqualTo(new Verdict.Allowed());
        assertThat(judge.of(packet(Packet.ICMPV6, "ff02::16", 143, 0, 0, 1, new byte[24])))
                .isEqualTo(new Verdict.Allowed());
        assertThat(judge.of(packet(Packet.UDP, "255.255.255.255", 68, 67, 0, new byte[240])))
                .isEqualTo(new Verdict.Allowed());
        assertThat(judge.of(packet(Packet.TCP, Addresses.API4, 40_000, 443, SYN, new byte[0])))
                .isEqualTo(new Verdict.Allowed());
        assertThat(judge.of(packet(Packet.TCP, Addresses.API4, probe("api4").id(), 443, SYN, new byte[0])))
                .isEqualTo(new Verdict.OfFlood(probe("api4")));
    }

    @Test
    void everythingElse_isAStray() {
        assertThat(judge.of(packet(Packet.ICMPV6, Addresses.TARGET6, 128, 9, 0, new byte[24])))
                .isInstanceOf(Verdict.Stray.class);
        assertThat(judge.of(packet(Packet.ICMPV6, Addresses.TARGET6, 135, 0, 0, new byte[24])))
                .isInstanceOf(Verdict.Stray.class);
        assertThat(judge.of(packet(Packet.UDP, Addresses.TARGET4, 40_000, 67, 0, new byte[240])))
                .isInstanceOf(Verdict.Stray.class);
        assertThat(judge.of(packet(Packet.TCP, GATEWAY.endpoint4(), 40_000, 51_820, SYN, new byte[0])))
                .isInstanceOf(Verdict.Stray.class);
        assertThat(judge.of(packet(132, Addresses.TARGET4, 0, 0, 0, new byte[24])))
                .isInstanceOf(Verdict.Stray.class);
    }
}
