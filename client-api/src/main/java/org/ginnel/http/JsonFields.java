// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One JSON object of an answer, whose fields are read by name, type and range. What is found instead is named by its
/// path and, where it is a number, its value; never by its text.
final class JsonFields {
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(ApiTransport.MAX_BYTES)
                            .maxNumberLength(64)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final JsonNode node;
    private final String path;

    private JsonFields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /// The object that a body is.
    static JsonFields parse(byte[] body) throws UnexpectedAnswerException {
        if (body.length == 0) {
            throw new UnexpectedAnswerException("an empty answer");
        }
        try {
            JsonNode node = READER.readValue(body);
            return of(node == null ? MissingNode.getInstance() : node, "");
        } catch (IOException e) {
            throw new UnexpectedAnswerException("not JSON");
        }
    }

    private static JsonFields of(JsonNode node, String path) throws UnexpectedAnswerException {
        if (!node.isObject()) {
            throw new UnexpectedAnswerException(prefix(path) + kind(node));
        }
        return new JsonFields(node, path);
    }

    /// The object of that name.
    JsonFields object(String name) throws UnexpectedAnswerException {
        return of(node.path(name), at(name));
    }

    /// The elements of the array of that name, each an object or the complaint that it is none.
    List<Element> elements(String name) throws UnexpectedAnswerException {
        var array = node.path(name);
        if (!array.isArray()) {
            throw wrong(name);
        }
        var elements = new ArrayList<Element>();
        for (int i = 0; i < array.size(); i++) {
            elements.add(new Element(array.get(i), at(name) + "[" + i + "]"));
        }
        return elements;
    }

    /// The objects in the array of that name, where one stands there; what is no object is left out.
    List<JsonFields> optionalObjects(String name) {
        var objects = new ArrayList<JsonFields>();
        for (var entry : node.path(name)) {
            if (node.path(name).isArray() && entry.isObject()) {
                objects.add(new JsonFields(entry, at(name) + "[" + objects.size() + "]"));
            }
        }
        return objects;
    }

    /// Whether `true` stands there.
    boolean is(String name) {
        return node.path(name).isBoolean() && node.path(name).booleanValue();
    }

    /// An element of an array, not yet looked at.
    record Element(JsonNode node, String path) {
        JsonFields fields() throws UnexpectedAnswerException {
            return of(node, path);
        }
    }

    /// The text of that name as it stands, of 1 to `longest` characters.
    String text(String name, int longest) throws UnexpectedAnswerException {
        var value = node.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw wrong(name);
        }
        if (value.textValue().length() > longest) {
            throw unexpected(name, "a text of " + value.textValue().length() + " characters");
        }
        return value.textValue();
    }

    /// The text of that name for people: cleaned, cut, perhaps empty.
    String label(String name, int longest) throws UnexpectedAnswerException {
        var value = node.path(name);
        if (!value.isTextual()) {
            throw wrong(name);
        }
        return PlainText.of(value.textValue(), longest);
    }

    /// The text of that name for people, where one stands there.
    Optional<String> optionalLabel(String name, int longest) {
        return Optional.of(node.path(name))
                .filter(JsonNode::isTextual)
                .map(text -> PlainText.of(text.textValue(), longest));
    }

    /// The text of that name as it stands, where one of 1 to `longest` characters stands there.
    Optional<String> optionalText(String name, int longest) {
        return fitting(node.path(name), longest);
    }

    /// The texts in the array of that name, where one stands there; what is no text of 1 to `longest`
    /// characters is left out.
    List<String> texts(String name, int longest) {
        var array = node.path(name);
        var texts = new ArrayList<String>();
        array.forEach(entry -> fitting(entry, longest).ifPresent(texts::add));
        return array.isArray() ? texts : List.of();
    }

    private static Optional<String> fitting(JsonNode value, int longest) {
        return Optional.of(value)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isEmpty() && text.length() <= longest);
    }

    /// The integer of that name.
    int integer(String name, int least, int most) throws UnexpectedAnswerException {
        var value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(name);
        }
        if (value.intValue() < least || value.intValue() > most) {
            throw wrong(name);
        }
        return value.intValue();
    }

    /// The number of that name.
    double number(String name, double least, double most) throws UnexpectedAnswerException {
        var value = node.path(name);
        if (!value.isNumber() || !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw wrong(name);
        }
        return value.doubleValue();
    }

    /// The number of that name, where one in range stands there.
    Optional<Double> optionalNumber(String name, double least, double most) {
        return Optional.of(node.path(name))
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue)
                .filter(value -> value >= least && value <= most);
    }

    /// The truth value of that name.
    boolean truth(String name) throws UnexpectedAnswerException {
        if (!node.path(name).isBoolean()) {
            throw wrong(name);
        }
        return node.path(name).booleanValue();
    }

    /// Refuses anything but `true`.
    void requireTrue(String name) throws UnexpectedAnswerException {
        if (!node.path(name).isBoolean() || !node.path(name).booleanValue()) {
            throw wrong(name);
        }
    }

    /// The complaint that something else stands there.
    UnexpectedAnswerException unexpected(String name, String found) {
        return new UnexpectedAnswerException(at(name) + ": " + found);
    }

    private UnexpectedAnswerException wrong(String name) {
        return unexpected(name, kind(node.path(name)));
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String prefix(String path) {
        return path.isEmpty() ? "" : path + ": ";
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case MISSING -> "missing";
            case NULL -> "null";
            case NUMBER, BOOLEAN -> node.asText();
            case STRING -> node.textValue().isEmpty() ? "an empty text" : "a text";
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case BINARY, POJO -> "no JSON";
        };
    }
}
