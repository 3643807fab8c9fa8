// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.ginnel.lab.net.Addresses;
import org.junit.jupiter.api.Test;

class DnsAnswerTest {
    private static final Zone ZONE = Zone.of("gw7", "198.18.7.2", "2001:db8:2007::2");

    @Test
    void address_isAnsweredForItsFamilyOnly() {
        assertThat(ask("target.ginnel.test", DnsQuestion.A)).endsWith("0001" + "00000000" + "0004" + "c0000250");
        assertThat(ask("target.ginnel.test", DnsQuestion.AAAA)).endsWith("0010" + "20010db8008000000000000000000080");
        assertThat(answers(ask("target.ginnel.test", 15))).isZero();
    }

    @Test
    void name_isFoundWhateverItsCase() {
        assertThat(answers(ask("TARGET.Ginnel.test", DnsQuestion.A))).isOne();
    }

    @Test
    void unknownName_doesNotExist() {
        assertThat(ask("nowhere.test", DnsQuestion.A)).startsWith("abcd" + "8583" + "0001" + "0000");
        assertThat(ask("target.ginnel.test", DnsQuestion.A)).startsWith("abcd" + "8580" + "0001" + "0001");
    }

    @Test
    void who_isAnsweredWithTheNameOfTheMachine() {
        assertThat(ask(Addresses.WHO_NAME, DnsQuestion.TXT)).endsWith("0004" + "03" + "677737");
        assertThat(answers(ask("target.ginnel.test", DnsQuestion.TXT))).isZero();
    }

    @Test
    void noise_isNoQuestion() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            var noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            var question = DnsQuestion.parse(ByteBuffer.wrap(noise));
            question.ifPresent(
                    q -> assertThat(DnsAnswer.to(q, ZONE).remaining()).isPositive());
        }
        assertThat(DnsQuestion.parse(ByteBuffer.allocate(0))).isEmpty();
        assertThat(DnsQuestion.parse(ByteBuffer.allocate(12))).isEmpty();
    }

    @Test
    void answer_isNoQuestion() {
        var answer = query("target.ginnel.test", DnsQuestion.A).putShort(2, (short) 0x8180);
        assertThat(DnsQuestion.parse(answer)).isEmpty();
    }

    private static String ask(String name, int type) {
        var question = DnsQuestion.parse(query(name, type)).orElseThrow();
        var answer = DnsAnswer.to(question, ZONE);
        var bytes = new byte[answer.remaining()];
        answer.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static int answers(String hex) {
        return Integer.parseInt(hex.substring(12, 16), 16);
    }

    private static ByteBuffer query(String name, int type) {
        var message = ByteBuffer.allocate(512)
                .putShort((short) 0xabcd)
                .putShort((short) 0x0100)
                .putShort((short) 1);
        message.position(12);
        for (var label : name.split("\\.", -1)) {
            message.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
        }
        return message.put((byte) 0).putShort((short) type).putShort((short) 1).flip();
    }
}
