// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What no kernel says. Written for a little-endian machine, and read as one.
class HostileMessageTest {
    private static final int ERROR = 2;
    private static final int DONE = 3;
    private static final int CAPPED = 0x100;
    private static final int WITH_TEXT = 0x200;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10", // not even a header
                "0f000000 0300 0000 01000000 00000000", // a length below its own header's
                "00000000 0300 0000 01000000 00000000", // that would never end
                "ffffffff 0300 0000 01000000 00000000", // negative
                "11000000 0300 0000 01000000 00000000", // longer than what came
                "10000000 0300 0000 01000000 00000000 00" // something behind it
            })
    void aDatagramThatLies_isRefusedWhole(String hex) {
        assertThat(Message.readAll(bytes(hex))).isEmpty();
    }

    @Test
    void aDatagramOfTwo_isRead_theLastWithoutItsPadding() {
        var messages = Message.readAll(bytes(
                        "11000000 1000 0000 01000000 00000000 aa 000000" + "11000000 1000 1000 02000000 00000000 bb"))
                .orElseThrow();
        assertThat(messages).extracting(Message::sequence).containsExactly(1, 2);
        assertThat(messages).extracting(Message::isInterrupted).containsExactly(false, true);
        assertThat(messages.get(1).body().get(0)).isEqualTo((byte) 0xbb);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0300 0100", // shorter than its own header
                "0000 0100", // that would never end
                "0900 0100 00000000", // longer than what came
                "0800 0100 00000000 0000" // something behind it
            })
    void attributesThatLie_areRefused(String hex) {
        assertThat(Attributes.read(bytes(hex))).isEmpty();
    }

    @Test
    void anAttributeOfAnotherLengthThanItsKindHas_isAbsent() {
        var attributes = Attributes.read(bytes("0600 0f00 0000 0000")).orElseThrow();
        assertThat(attributes.number(Key.RTA_TABLE)).isEmpty();
        assertThat(attributes.address(Key.RTA_TABLE, Family.IPV4)).isEmpty();
        assertThat(attributes.text(Key.RTA_TABLE)).contains("");
    }

    @Test
    void aPrefixLongerThanAnAddress_isNoRoute() {
        var route = "02 21 00 00 00 03 00 01 00000000" + "0800 0100 0a000000";
        assertThat(Told.read(new Message(24, 0, 1, bytes(route)))).isEmpty();
    }

    @Test
    void aFamilyWeDoNotKnow_isNotTold() {
        assertThat(Told.read(new Message(24, 0, 1, bytes("1c 00 00 00 00 03 00 01 00000000"))))
                .isEmpty();
        assertThat(Told.read(new Message(16, 0, 1, bytes("07 00 0000 01000000 00000000 00000000"))))
                .isEmpty();
        assertThat(Told.read(new Message(99, 0, 1, bytes("00")))).isEmpty();
    }

    @Test
    void aRefusal_isReadWithTheKernelsWords() {
        var header = "24000000 1800 0500 01000000 00000000";
        var text = "0800 0100 6e6f2100";
        assertThat(Verdict.read(new Message(ERROR, CAPPED | WITH_TEXT, 1, bytes("9cffffff" + header + text))))
                .contains(new Verdict(100, "no!"));
        assertThat(Verdict.read(new Message(ERROR, CAPPED, 1, bytes("00000000" + header))))
                .contains(new Verdict(0, ""));
        assertThat(Verdict.read(new Message(DONE, WITH_TEXT, 1, bytes("feffffff" + text))))
                .contains(new Verdict(2, "no!"));
        assertThat(Verdict.read(new Message(DONE, 0, 1, bytes("14000000")))).contains(new Verdict(0, ""));
        assertThat(Verdict.read(new Message(DONE, 0, 1, bytes("")))).contains(new Verdict(0, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9cffff", // cut short
                "9cffffff", // without the request
                "01000000 10000000 1800 0500 01000000 00000000", // a positive error
                "00000080 10000000 1800 0500 01000000 00000000", // which has no positive
                "9cffffff 0f000000 1800 0500 01000000 00000000", // a request shorter than its header
                "9cffffff 14000000 1800 0500 01000000 00000000", // longer than what came
                "9cffffff ffffffff 1800 0500 01000000 00000000" // negative
            })
    void aRefusalThatLies_isRefused(String hex) {
        assertThat(Verdict.read(new Message(ERROR, 0, 1, bytes(hex)))).isEmpty();
    }

    @Test
    void noise_isNeverMoreThanUnreadable() {
        var random = new Random(20261121);
        for (int i = 0; i < 200_000; i++) {
            var noise = new byte[random.nextInt(96)];
            random.nextBytes(noise);
            if (noise.length >= 8) {
                // Often a length and a type that pass, so that what is behind them is read.
                var header = ByteBuffer.wrap(noise).order(ByteOrder.nativeOrder());
                header.putInt(0, random.nextBoolean() ? noise.length : random.nextInt(64));
                header.putShort(4, (short) random.nextInt(40));
            }
            Message.readAll(ByteBuffer.wrap(noise).order(ByteOrder.nativeOrder()))
                    .ifPresent(messages -> messages.forEach(HostileMessageTest::readInFull));
        }
    }

    private static void readInFull(Message message) {
        var told = Told.read(message);
        var verdict = Verdict.ends(message) ? Verdict.read(message) : null;
        assertThat(told.isPresent() && verdict != null).isFalse();
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", ""))).order(ByteOrder.LITTLE_ENDIAN);
    }
}
