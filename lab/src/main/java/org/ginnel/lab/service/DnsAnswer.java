// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.service;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ginnel.lab.net.Addresses;

/// Answers questions from a [Zone]. Pure.
final class DnsAnswer {
    private static final int MAX_BYTES = 512;
    private static final short NAME_OF_QUESTION = (short) 0xc00c;
    private static final int RECURSION_DESIRED = 0x0100;
    private static final int ANSWER = 0x8480;
    private static final int NO_SUCH_NAME = 3;

    /// The answer, ready to be sent. Nothing in it may be kept: its time to live is 0.
    static ByteBuffer to(DnsQuestion question, Zone zone) {
        var known = zone.find(question.name());
        var records = known.map(addresses -> records(question, zone, addresses)).orElse(List.of());
        var flags =
                ANSWER | (question.recursionDesired() ? RECURSION_DESIRED : 0) | (known.isPresent() ? 0 : NO_SUCH_NAME);
        var out = ByteBuffer.allocate(MAX_BYTES);
        out.putShort(question.id()).putShort((short) flags);
        out.putShort((short) 1).putShort((short) records.size()).putInt(0);
        out.put(question.section().duplicate());
        for (var data : records) {
            out.putShort(NAME_OF_QUESTION).putShort((short) question.type()).putShort((short) 1);
            out.putInt(0).putShort((short) data.length).put(data);
        }
        return out.flip();
    }

    private static List<byte[]> records(DnsQuestion question, Zone zone, List<InetAddress> addresses) {
        return switch (question.type()) {
            case DnsQuestion.A -> of(Inet4Address.class, addresses);
            case DnsQuestion.AAAA -> of(Inet6Address.class, addresses);
            case DnsQuestion.TXT ->
                question.name().equalsIgnoreCase(Addresses.WHO_NAME) ? List.of(text(zone.owner())) : List.of();
            default -> List.of();
        };
    }

    private static List<byte[]> of(Class<? extends InetAddress> family, List<InetAddress> addresses) {
        return addresses.stream()
                .filter(family::isInstance)
                .map(InetAddress::getAddress)
                .toList();
    }

    private static byte[] text(String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(bytes.length + 1)
                .put((byte) bytes.length)
                .put(bytes)
                .array();
    }

    private DnsAnswer() {}
}
