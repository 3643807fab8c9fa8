// SPDX-License-Identifier: Apache-2.0
package org.ginnel.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    private static final String KEY = "demo_user_basic_3680ccb7455473be";

    @ParameterizedTest
    @ValueSource(
            strings = {
                KEY,
                "  " + KEY + "\r\n",
                "\"" + KEY + "\"",
                "'" + KEY + "'",
                "`" + KEY + "`",
                "\u201c" + KEY + "\u201d",
                "X-API-Key: " + KEY,
                "x-api-key:" + KEY,
                "Bearer " + KEY,
                "Authorization: Bearer " + KEY,
                "\u201e" + KEY + "\u201c",
                "\u2018" + KEY + "\u2019",
                "\u00ab\u00a0" + KEY + "\u00a0\u00bb",
                "\u300c" + KEY + "\u300d",
                "\"X-API-Key: Bearer '" + KEY + "'\"",
                "\u00a0\u2003\ufeff" + KEY + "\u200b"
            })
    void whatPeoplePaste_isTheKeyInIt(String pasted) {
        assertThat(ApiKey.parse(pasted)).map(ApiKey::reveal).contains(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "two words", "line\nbreak", "caf\u00e9", "\u0000", "\u007f", "Bearer "})
    void whatIsNoKey_isNone(String pasted) {
        assertThat(ApiKey.parse(pasted)).isEmpty();
    }

    @Test
    void lengths_areBounded() {
        assertThat(ApiKey.parse("k".repeat(ApiKey.MAX_LENGTH))).isPresent();
        assertThat(ApiKey.parse("k".repeat(ApiKey.MAX_LENGTH + 1))).isEmpty();
        assertThat(ApiKey.parse(" ".repeat(10_000_000) + KEY)).isEmpty();
    }

    @Test
    void aKey_isNeverPrinted() {
        var key = ApiKey.parse(KEY).orElseThrow();

        assertThat(key).hasToString("ApiKey[redacted]");
        assertThat(key.hint()).isEqualTo("demo_use\u2026");
        assertThat(ApiKey.parse("abc").orElseThrow().hint()).isEqualTo("a\u2026");
        assertThat(ApiKey.parse("a").orElseThrow().hint()).isEqualTo("\u2026");
    }

    @Test
    void equality_isThatOfTheText() {
        var key = ApiKey.parse(KEY).orElseThrow();

        assertThat(ApiKey.parse(" " + KEY)).contains(key);
        assertThat(ApiKey.parse(KEY).orElseThrow()).hasSameHashCodeAs(key);
        assertThat(ApiKey.parse(KEY + "0")).isPresent().get().isNotEqualTo(key);
    }
}
