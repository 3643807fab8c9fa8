// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Checks documents against the schemas in `docs/`: the keywords those use, and no others (a keyword it does not know
/// fails the test).
final class JsonSchema {
    private static final Set<String> ANNOTATIONS =
            Set.of("$schema", "$id", "title", "description", "$defs", "$comment", "format");

    private final JsonNode root;

    private JsonSchema(JsonNode root) {
        this.root = root;
    }

    static JsonSchema ofDocs(String name) {
        try {
            return new JsonSchema(new ObjectMapper().readTree(Files.readString(Path.of("..", "docs", name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void check(String document) {
        try {
            assertThat(problems(document)).as(document).isEmpty();
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + document, e);
        }
    }

    List<String> problems(String document) throws JsonProcessingException {
        var problems = new ArrayList<String>();
        check(root, new ObjectMapper().readTree(document), "$", problems);
        return problems;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> problems) {
        schema.properties().forEach(keyword -> {
            var rule = keyword.getValue();
            switch (keyword.getKey()) {
                case "$ref" -> check(root.at(rule.asText().substring(1)), value, at, problems);
                case "type" -> need(isType(rule, value), at + " is no " + rule, problems);
                case "const" -> need(rule.equals(value), at + " is not " + rule, problems);
                case "enum" -> need(contains(rule, value), at + " is none of " + rule, problems);
                case "minimum" -> need(!value.isNumber() || value.asDouble() >= rule.asDouble(), at, problems);
                case "maximum" -> need(!value.isNumber() || value.asDouble() <= rule.asDouble(), at, problems);
                case "anyOf" -> need(fitsAny(rule, value, at), at + " fits nothing of " + rule, problems);
                case "items" -> {
                    for (var i = 0; value.isArray() && i < value.size(); i++) {
                        check(rule, value.get(i), at + "[" + i + "]", problems);
                    }
                }
                case "required" ->
                    rule.forEach(name ->
                            need(!value.isObject() || value.has(name.asText()), at + " has no " + name, problems));
                case "properties" -> properties(rule, value, at, problems);
                case "additionalProperties" ->
                    value.fieldNames()
                            .forEachRemaining(name ->
                                    need(schema.path("properties").has(name), at + " has a stray " + name, problems));
                default ->
                    need(ANNOTATIONS.contains(keyword.getKey()), "unknown keyword " + keyword.getKey(), problems);
            }
        });
    }

    private void properties(JsonNode rules, JsonNode value, String at, List<String> problems) {
        rules.properties().forEach(p -> {
            if (value.has(p.getKey())) {
                check(p.getValue(), value.get(p.getKey()), at + "." + p.getKey(), problems);
            }
        });
    }

    private boolean fitsAny(JsonNode rules, JsonNode value, String at) {
        for (var rule : rules) {
            var found = new ArrayList<String>();
            check(rule, value, at, found);
            if (found.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isType(JsonNode rule, JsonNode value) {
        if (rule.isArray()) {
            for (var one : rule) {
                if (isType(one, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (rule.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("no type " + rule);
        };
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (var one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static void need(boolean so, String problem, List<String> problems) {
        if (!so) {
            problems.add(problem);
        }
    }
}
