// SPDX-License-Identifier: Apache-2.0
package org.ginnel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read and written is compared with a library that the world has tested.
class JsonTest {
    private static final int LONGEST = 100;
    private static final JsonMapper LIBRARY = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "-7",
                "1.5e-7",
                "\"\"",
                "\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\\u20ac\\ud83d\\ude00 \u20ac\"",
                "{\"a\":1,\"b\":[true,false,null,{\"c\":[]},{}],\"\":\"x\",\"d\":{\"e\":[[1],[2,3]]}}",
                " { \"a\" : [ 1 , 2 ] }\r\n\t",
            })
    void whatIsRead_isWrittenAsALibraryWritesIt(String text) throws MalformedJsonException, JsonProcessingException {
        var read = read(text);
        var theirs = LIBRARY.readTree(text);

        assertThat(LIBRARY.readTree(read.written())).isEqualTo(theirs);
        assertThat(read(read.written())).isEqualTo(read);
        assertThat(read.pretty())
                .isEqualTo(LIBRARY.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(theirs)
                        .replace("1.5E-7", "1.5e-7"));
    }

    @Test
    void ascii_isWrittenAsALibraryWritesIt() throws JsonProcessingException {
        var text = "\u0007\u20ac\ud83d\ude00\u007f\"";
        var out = JsonWriter.ascii(false);
        out.string(text);

        assertThat(out.text())
                .isEqualTo(JsonMapper.builder()
                        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .build()
                        .writeValueAsString(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "{a:1}",
                "{\"a\" 1}",
                "[1 2]",
                "[1]]",
                "{} {}",
                "nul",
                "True",
                "+1",
                "01",
                ".5",
                "1.",
                "1e",
                "0x1",
                "NaN",
                "\"s3cret",
                "\"s3cret\\\"",
                "\"s3cret\\x\"",
                "\"s3cret\\u12\"",
                "\"s3cret\\ud800\"",
                "\"s3cret\n\"",
                "'s3cret'",
                "/* s3cret */ 1",
                "\ufeff1",
            })
    void whatIsNoJson_isRefused_withoutQuotingIt(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void whatGrowsWithoutBounds_isRefused() throws MalformedJsonException {
        assertThat(read("[".repeat(32) + "]".repeat(32)).items()).hasSize(1);
        assertThatThrownBy(() -> read("[".repeat(33) + "]".repeat(33))).isInstanceOf(MalformedJsonException.class);
        assertThatThrownBy(() -> read("{\"a\":".repeat(100_000))).isInstanceOf(MalformedJsonException.class);
        assertThat(read("\"" + "x".repeat(LONGEST) + "\"").text()).isPresent();
        assertThatThrownBy(() -> read("\"" + "x".repeat(LONGEST + 1) + "\""))
                .isInstanceOf(MalformedJsonException.class);
        assertThatThrownBy(() -> read("1".repeat(65))).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void whatStandsElsewhere_isNotThere() throws MalformedJsonException {
        var read = read("{\"text\":\"a\",\"number\":1.0,\"large\":9223372036854775808,\"none\":null}");

        assertThat(read.at("text").text()).contains("a");
        assertThat(read.at("text").whole()).isEmpty();
        assertThat(read.at("text").at("text").isThere()).isFalse();
        assertThat(read.at("text").items()).isEmpty();
        assertThat(read.at("number").whole()).isEmpty();
        assertThat(read.at("number").real()).contains(1.0);
        assertThat(read.at("large").whole()).isEmpty();
        assertThat(read.at("large").real()).contains(0x1p63);
        assertThat(read.at("none").isThere()).isTrue();
        assertThat(read.at("none").truth()).isEmpty();
        assertThat(read("1e999").real()).isEmpty();
        assertThat(read("2").at("text").isThere()).isFalse();
    }

    @Test
    void nothing_printsItsTexts() {
        var value = Json.Fields.none().with("key", "s3cret").with("list", Json.Items.of(List.of("s3cret")));

        assertThat(value.toString()).doesNotContain("s3cret").contains("6 characters");
    }

    private static Json read(String text) throws MalformedJsonException {
        return Json.read(text.getBytes(StandardCharsets.UTF_8), LONGEST);
    }
}
