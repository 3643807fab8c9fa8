// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static final byte[] NEAR = {2, 0, 0, 0, 0, 1};
    private static final byte[] FAR = {2, 0, 0, 0, 0, 2};
    private static final InetAddress FROM4 = InetAddress.ofLiteral("192.0.2.80");
    private static final InetAddress TO4 = InetAddress.ofLiteral("10.7.0.2");
    private static final InetAddress FROM6 = InetAddress.ofLiteral("2001:db8:80::80");
    private static final InetAddress TO6 = InetAddress.ofLiteral("fddd:2c4:2c4:2c4::2");

    @Test
    void echoes_areReadAsWritten() {
        var four = Packet.parse(ByteBuffer.wrap(Frames.echo(FAR, NEAR, FROM4, TO4, 0x4c4b)));
        assertThat(four.protocol()).isEqualTo(Packet.ICMP);
        assertThat(four.from()).contains(FROM4);
        assertThat(four.to()).contains(TO4);
        assertThat(four.source()).isEqualTo(8);
        assertThat(four.destination()).isEqualTo(0x4c4b);
        var six = Packet.parse(ByteBuffer.wrap(Frames.echo(FAR, NEAR, FROM6, TO6, 0x4c4b)));
        assertThat(six.protocol()).isEqualTo(Packet.ICMPV6);
        assertThat(six.from()).contains(FROM6);
        assertThat(six.to()).contains(TO6);
        assertThat(six.source()).isEqualTo(128);
        assertThat(six.destination()).isEqualTo(0x4c4b);
    }

    /// A sum over what includes its own checksum is 0, RFC 1071.
    @Test
    void checksums_areRight() {
        var four = Frames.echo(FAR, NEAR, FROM4, TO4, 1);
        assertThat(Frames.checksum(part(four, 14, 34))).isZero();
        assertThat(Frames.checksum(part(four, 34, four.length))).isZero();
        var six = Frames.echo(FAR, NEAR, FROM6, TO6, 1);
        var message = Arrays.copyOfRange(six, 54, six.length);
        var pseudo = ByteBuffer.allocate(40 + message.length)
                .put(FROM6.getAddress())
                .put(TO6.getAddress())
                .putInt(message.length)
                .putInt(58)
                .put(message);
        assertThat(Frames.checksum(pseudo)).isZero();
    }

    private static ByteBuffer part(byte[] frame, int from, int to) {
        return ByteBuffer.wrap(Arrays.copyOfRange(frame, from, to));
    }

    @Test
    void arpQuestion_isAskedOfEverybody() {
        var frame = Frames.arpQuestion(NEAR, InetAddress.ofLiteral("192.168.50.1"), TO4);
        assertThat(HexFormat.of().formatHex(frame))
                .isEqualTo("ffffffffffff0200000000010806" + "0001080006040001" + "020000000001c0a83201"
                        + "0000000000000a070002");
        assertThat(Packet.parse(ByteBuffer.wrap(frame)).to()).contains(TO4);
    }
}
