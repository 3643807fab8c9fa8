// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ginnel.provisioning.api.Api;

/// The description of `/api/v1`, and whether an answer is what it says: status, content type, headers and every field.
/// A keyword that it does not know is a problem, so nothing passes unread.
public final class OpenApiDocument {
    private static final Set<String> NOTES = Set.of("description", "default", "title");

    private final JsonNode root;

    private OpenApiDocument(JsonNode root) {
        this.root = root;
    }

    public static OpenApiDocument read() {
        try (var in = Api.class.getResourceAsStream("openapi.json")) {
            return new OpenApiDocument(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every operation as `METHOD path`.
    public List<String> operations() {
        var operations = new ArrayList<String>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method ->
                                operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /// What is not as it is described; empty for an answer that is.
    List<String> problems(String method, String path, TestServer.Reply reply) {
        var problems = new ArrayList<String>();
        var operation = operation(method, path.split("\\?", 2)[0]);
        if (operation.isMissingNode()) {
            return reply.status() == 404 || reply.status() == 405 ? List.of() : List.of("it is not described");
        }
        var response = operation.path("responses").path(Integer.toString(reply.status()));
        if (response.isMissingNode()) {
            return List.of("the status " + reply.status() + " is not described");
        }
        response.path("headers").fieldNames().forEachRemaining(name -> {
            if (reply.status() != 429 && reply.header(name).isEmpty()) {
                problems.add("no header " + name);
            }
        });
        var contents = response.path("content").properties();
        if (contents.isEmpty()) {
            need(reply.text().isEmpty(), "a body that is not described", problems);
        }
        contents.forEach(content -> {
            need(content.getKey().equals(reply.contentType()), "the content type " + reply.contentType(), problems);
            check(content.getValue().path("schema"), reply.json(), "$", problems);
        });
        return problems;
    }

    private JsonNode operation(String method, String path) {
        for (var entry : root.path("paths").properties()) {
            var form = Pattern.compile(entry.getKey().replaceAll("\\{[a-z]+}", "[^/]+"));
            if (form.matcher(path).matches()) {
                return entry.getValue().path(method.toLowerCase(java.util.Locale.ROOT));
            }
        }
        return root.path("nothing");
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> problems) {
        schema.properties().forEach(keyword -> {
            var rule = keyword.getValue();
            switch (keyword.getKey()) {
                case "$ref" -> check(root.at(rule.asText().substring(1)), value, at, problems);
                case "type" -> need(isType(rule.asText(), value), at + " is no " + rule, problems);
                case "enum" -> need(contains(rule, value), at + " is none of " + rule, problems);
                case "minimum" -> need(value.asDouble() >= rule.asDouble(), at + " is too small", problems);
                case "maximum" -> need(value.asDouble() <= rule.asDouble(), at + " is too large", problems);
                case "minLength" -> need(value.asText().length() >= rule.asInt(), at + " is too short", problems);
                case "maxLength" -> need(value.asText().length() <= rule.asInt(), at + " is too long", problems);
                case "pattern" ->
                    need(
                            Pattern.compile(rule.asText())
                                    .matcher(value.asText())
                                    .find(),
                            at + " has another form",
                            problems);
                case "format" -> need(isFormat(rule.asText(), value.asText()), at + " is no " + rule, problems);
                case "items" -> value.forEach(item -> check(rule, item, at + "[]", problems));
                case "required" ->
                    rule.forEach(name -> need(value.has(name.asText()), at + " lacks " + name, problems));
                case "properties" ->
                    rule.properties().stream()
                            .filter(p -> value.has(p.getKey()))
                            .forEach(p -> check(p.getValue(), value.get(p.getKey()), at + "." + p.getKey(), problems));
                case "additionalProperties" ->
                    value.fieldNames()
                            .forEachRemaining(name ->
                                    need(schema.path("properties").has(name), at + " has a stray " + name, problems));
                default -> need(NOTES.contains(keyword.getKey()), "unknown keyword " + keyword.getKey(), problems);
            }
        });
    }

    private static boolean isType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> throw new IllegalArgumentException("no type " + type);
        };
    }

    private static boolean isFormat(String format, String text) {
        return switch (format) {
            case "ipv4" -> text.matches("\\d+\\.\\d+\\.\\d+\\.\\d+");
            case "ipv6" -> text.contains(":");
            case "date-time" -> isTime(text);
            default -> throw new IllegalArgumentException("no format " + format);
        };
    }

    private static boolean isTime(String text) {
        try {
            return Instant.parse(text).isAfter(Instant.EPOCH);
        } catch (DateTimeParseException e) {
            return false;
        }
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
