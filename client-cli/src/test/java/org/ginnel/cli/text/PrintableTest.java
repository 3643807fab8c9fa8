// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    @ParameterizedTest
    @ValueSource(strings = {"S\u00e3o Paulo", "\u6771\u4eac", "a-b_c.d (e)", "", "\ud83c\uddef\ud83c\uddf5"})
    void whatOnlyAppears_staysAsItIs(String text) {
        assertThat(Printable.clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b", "\r", "\n", "\b", "\u0000", "\u007f", "\u009b", "\u202e", "\u2066", "\u200b", "\u2028",
                "\ufeff", "\ud800", "\ue000"
            })
    void whatDoesMore_becomesAReplacementCharacter(String character) {
        assertThat(Printable.clean("a" + character + "b")).isEqualTo("a\ufffdb");
    }

    @Test
    void everyPieceOfALine_isClean() {
        var line = Line.of(Tone.BAD, "\u001b[2J").plus("\r").plus(Line.of("\u0007"));

        assertThat(line.plain()).isEqualTo("\ufffd[2J\ufffd\ufffd");
        assertThat(line.painted()).isEqualTo("\u001b[31m\ufffd[2J\u001b[0m\ufffd\ufffd");
    }

    @Test
    void whatIsTooLong_isCutBetweenCharacters() {
        assertThat(Printable.fit("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Printable.fit("abcdefg", 6)).isEqualTo("abcde\u2026");
        assertThat(Printable.fit("\ud83d\ude00".repeat(5), 3)).isEqualTo("\ud83d\ude00\ud83d\ude00\u2026");
    }
}
