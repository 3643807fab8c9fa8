// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The checker itself: a schema test that lets everything pass would be vacuous.
class JsonSchemaTest {
    private static final String GOOD = "{\"schema\":1,\"error\":{\"cause\":\"offline\",\"what\":\"a\",\"why\":\"b\","
            + "\"next\":\"c\",\"exit_code\":6}}";

    @Test
    void aDocumentOfTheSchema_passes() throws JsonProcessingException {
        assertThat(JsonSchema.ofDocs("error.schema.json").problems(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"schema\":2,\"error\":null}",
                "{\"schema\":1,\"error\":{\"cause\":\"offline\"}}",
                "{\"schema\":1,\"error\":{\"cause\":\"offline\",\"what\":1,\"why\":\"b\",\"next\":\"c\",\"exit_code\":6}}",
                "{\"schema\":1,\"error\":{\"cause\":\"no_such\",\"what\":\"\",\"why\":\"\",\"next\":\"\",\"exit_code\":6}}"
            })
    void anyOther_doesNot(String document) throws JsonProcessingException {
        assertThat(JsonSchema.ofDocs("error.schema.json").problems(document)).isNotEmpty();
    }
}
