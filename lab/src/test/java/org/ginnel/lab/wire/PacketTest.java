// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PacketTest {
    private static final String ETHERNET = "aabbccddeeff112233445566";
    private static final String CLIENT4 = "c0a8320a";
    private static final String TARGET4 = "c0000250";
    private static final String CLIENT6 = "20010db8005000000000000000000010";
    private static final String GROUP6 = "ff020000000000000000000000000016";

    private static Packet parse(String hex) {
        return Packet.parse(ByteBuffer.wrap(HexFormat.of().parseHex(ETHERNET + hex)));
    }

    @Test
    void udpOverIpv4_isReadBehindAHeaderWithOptions() {
        var packet = parse("0800" + "46000024000000004011" + "0000" + CLIENT4 + TARGET4 + "01010101"
                + "4e200035000c0000" + HexFormat.of().formatHex("ping".getBytes(StandardCharsets.US_ASCII)));
        assertThat(packet.protocol()).isEqualTo(Packet.UDP);
        assertThat(packet.from()).contains(InetAddress.ofLiteral("192.168.50.10"));
        assertThat(packet.to()).contains(InetAddress.ofLiteral("192.0.2.80"));
        assertThat(packet.source()).isEqualTo(20_000);
        assertThat(packet.destination()).isEqualTo(53);
        assertThat(StandardCharsets.US_ASCII
                        .decode(packet.payload().duplicate())
                        .toString())
                .isEqualTo("ping");
    }

    @Test
    void tcp_hasItsFlags() {
        var packet = parse("0800" + "45000028000000004006" + "0000" + CLIENT4 + TARGET4 + "4e2111510000000100000000"
                + "5002ffff00000000");
        assertThat(packet.protocol()).isEqualTo(Packet.TCP);
        assertThat(packet.source()).isEqualTo(20_001);
        assertThat(packet.destination()).isEqualTo(4433);
        assertThat(packet.flags()).isEqualTo(2);
    }

    @Test
    void fragment_hasNoPorts() {
        var packet = parse("0800" + "45000024000000b94011" + "0000" + CLIENT4 + TARGET4 + "4e20003500100000");
        assertThat(packet.protocol()).isEqualTo(Packet.UDP);
        assertThat(packet.source()).isZero();
        assertThat(packet.destination()).isZero();
    }

    @Test
    void listenerReport_isReadBehindItsHopByHopHeader() {
        var packet = parse("86dd" + "6000000000240001" + CLIENT6 + GROUP6 + "3a00050200000000" + "8f00000000000001"
                + "0400000000000000");
        assertThat(packet.protocol()).isEqualTo(Packet.ICMPV6);
        assertThat(packet.source()).isEqualTo(143);
        assertThat(packet.hops()).isEqualTo(1);
    }

    @Test
    void arpAnswer_tellsWhoseAddressItIs() {
        var packet = parse("0806" + "0001080006040002" + "112233445566" + CLIENT4 + "aabbccddeeff" + "c0a83201");
        assertThat(packet.protocol()).isEqualTo(Packet.ARP);
        assertThat(packet.source()).isEqualTo(2);
        assertThat(packet.from()).contains(InetAddress.ofLiteral("192.168.50.10"));
    }

    @Test
    void whateverIsInAFrame_isAPacket() {
        var random = new Random(1);
        var whole = Frames.echo(
                new byte[6], new byte[6], InetAddress.ofLiteral("192.0.2.1"), InetAddress.ofLiteral("192.0.2.2"), 7);
        for (var length = 0; length < whole.length; length++) {
            assertThat(Packet.parse(ByteBuffer.wrap(whole, 0, length))).isNotNull();
        }
        for (var i = 0; i < 10_000; i++) {
            var bytes = new byte[random.nextInt(100)];
            random.nextBytes(bytes);
            if (bytes.length > 14) {
                ByteBuffer.wrap(bytes).putShort(12, (short) (i % 3 == 0 ? 0x86dd : i % 3 == 1 ? 0x800 : 0x806));
            }
            assertThat(Packet.parse(ByteBuffer.wrap(bytes))).isNotNull();
        }
    }
}
