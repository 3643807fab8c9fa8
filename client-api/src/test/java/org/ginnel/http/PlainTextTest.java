// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "S\u00e3o Paulo, S\u00e3o Paulo",
        "'\t a\r\nb \u0000', a b",
        "a\u001b[31mb, a [31mb",
        "a\u202eb\u2066c\u200bd\ufeffe, a b c d e",
        "a\u2028b\u0085c, a b c",
        "\ud83d\ude00, \ud83d\ude00",
        "\ue000\uffff, ''"
    })
    void whatIsNotSeen_becomesASpace(String text, String clean) {
        assertThat(PlainText.of(text, 50)).isEqualTo(clean);
    }

    @Test
    void aLoneSurrogate_isNotKept() {
        assertThat(PlainText.of("a\ud83d", 50)).isEqualTo("a");
    }

    @Test
    void whatIsTooLong_isCutBetweenCharacters() {
        assertThat(PlainText.of("abcdef", 3)).isEqualTo("abc");
        assertThat(PlainText.of("ab\ud83d\ude00", 3)).isEqualTo("ab");
        assertThat(PlainText.of("\n".repeat(1_000_000) + "a", 3)).isEmpty();
    }
}
