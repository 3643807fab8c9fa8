// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.json.Json;
import org.ginnel.json.MalformedJsonException;

/// One JSON object of an answer, whose fields are read by name, type and range. What is found instead is named by its
/// path and, where it is a number, its value; never by its text.
final class JsonFields {
    private final Json node;
    private final String path;

    private JsonFields(Json node, String path) {
        this.node = node;
        this.path = path;
    }

    /// The object that a body is.
    static JsonFields parse(byte[] body) throws UnexpectedAnswerException {
        if (body.length == 0) {
            throw new UnexpectedAnswerException("an empty answer");
        }
        try {
            return of(Json.read(body, ApiTransport.MAX_BYTES), "");
        } catch (MalformedJsonException e) {
            throw new UnexpectedAnswerException("not JSON");
        }
    }

    private static JsonFields of(Json node, String path) throws UnexpectedAnswerException {
        if (!(node instanceof Json.Fields)) {
            throw new UnexpectedAnswerException(prefix(path) + kind(node));
        }
        return new JsonFields(node, path);
    }

    /// The object of that name.
    JsonFields object(String name) throws UnexpectedAnswerException {
        return of(node.at(name), at(name));
    }

    /// The elements of the array of that name, each an object or the complaint that it is none.
    List<Element> elements(String name) throws UnexpectedAnswerException {
        var array = node.at(name);
        if (!(array instanceof Json.Items)) {
            throw wrong(name);
        }
        var elements = new ArrayList<Element>();
        for (var item : array.items()) {
            elements.add(new Element(item, at(name) + "[" + elements.size() + "]"));
        }
        return elements;
    }

    /// The objects in the array of that name, where one stands there; what is no object is left out.
    List<JsonFields> optionalObjects(String name) {
        var objects = new ArrayList<JsonFields>();
        for (var entry : node.at(name).items()) {
            if (entry instanceof Json.Fields) {
                objects.add(new JsonFields(entry, at(name) + "[" + objects.size() + "]"));
            }
        }
        return objects;
    }

    /// Whether `true` stands there.
    boolean is(String name) {
        return node.at(name).truth().orElse(false);
    }

    /// An element of an array, not yet looked at.
    record Element(Json node, String path) {
        JsonFields fields() throws UnexpectedAnswerException {
            return of(node, path);
        }
    }

    /// The text of that name as it stands, of 1 to `longest` characters.
    String text(String name, int longest) throws UnexpectedAnswerException {
        var text = node.at(name).text().filter(it -> !it.isEmpty()).orElseThrow(() -> wrong(name));
        if (text.length() > longest) {
            throw unexpected(name, "a text of " + text.length() + " characters");
        }
        return text;
    }

    /// The text of that name for people: cleaned, cut, perhaps empty.
    String label(String name, int longest) throws UnexpectedAnswerException {
        return PlainText.of(node.at(name).text().orElseThrow(() -> wrong(name)), longest);
    }

    /// The text of that name for people, where one stands there.
    Optional<String> optionalLabel(String name, int longest) {
        return node.at(name).text().map(text -> PlainText.of(text, longest));
    }

    /// The text of that name as it stands, where one of 1 to `longest` characters stands there.
    Optional<String> optionalText(String name, int longest) {
        return fitting(node.at(name), longest);
    }

    /// The texts in the array of that name, where one stands there; what is no text of 1 to `longest`
    /// characters is left out.
    List<String> texts(String name, int longest) {
        var texts = new ArrayList<String>();
        node.at(name).items().forEach(entry -> fitting(entry, longest).ifPresent(texts::add));
        return texts;
    }

    private static Optional<String> fitting(Json value, int longest) {
        return value.text().filter(text -> !text.isEmpty() && text.length() <= longest);
    }

    /// The integer of that name.
    int integer(String name, int least, int most) throws UnexpectedAnswerException {
        return node.at(name)
                .whole()
                .filter(value -> value >= least && value <= most)
                .orElseThrow(() -> wrong(name))
                .intValue();
    }

    /// The number of that name.
    double number(String name, double least, double most) throws UnexpectedAnswerException {
        return optionalNumber(name, least, most).orElseThrow(() -> wrong(name));
    }

    /// The number of that name, where one in range stands there.
    Optional<Double> optionalNumber(String name, double least, double most) {
        return node.at(name).real().filter(value -> value >= least && value <= most);
    }

    /// The truth value of that name.
    boolean truth(String name) throws UnexpectedAnswerException {
        return node.at(name).truth().orElseThrow(() -> wrong(name));
    }

    /// Refuses anything but `true`.
    void requireTrue(String name) throws UnexpectedAnswerException {
        if (!is(name)) {
            throw wrong(name);
        }
    }

    /// The complaint that something else stands there.
    UnexpectedAnswerException unexpected(String name, String found) {
        return new UnexpectedAnswerException(at(name) + ": " + found);
    }

    private UnexpectedAnswerException wrong(String name) {
        return unexpected(name, kind(node.at(name)));
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String prefix(String path) {
        return path.isEmpty() ? "" : path + ": ";
    }

    private static String kind(Json node) {
        return switch (node) {
            case Json.Missing _ -> "missing";
            case Json.Nothing _ -> "null";
            case Json.Numeral(var literal) -> literal;
            case Json.Truth(var value) -> Boolean.toString(value);
            case Json.Text(var text) -> text.isEmpty() ? "an empty text" : "a text";
            case Json.Items _ -> "an array";
            case Json.Fields _ -> "an object";
        };
    }
}
