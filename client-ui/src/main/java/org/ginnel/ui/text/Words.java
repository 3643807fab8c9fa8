// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/// Turns a [Message] into the words a person reads. Never fails on a message: one without words in this language is
/// said in English, and an unknown key is shown as itself.
///
/// A place in a sentence is `{0}`, or, where words follow a number, `{0|one: # server|other: # servers}`.
public final class Words {
    private final Language language;
    private final Properties sentences;

    private Words(Language language, Properties sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    /// The English words.
    public static Words english() {
        return in(Language.ENGLISH);
    }

    /// The words of that language.
    public static Words in(Language language) {
        var english = read(Language.ENGLISH, new Properties());
        return new Words(language, language == Language.ENGLISH ? english : read(language, new Properties(english)));
    }

    private static Properties read(Language language, Properties into) {
        var file = "messages" + language.suffix() + ".properties";
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            into.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not readable", e);
        }
        return into;
    }

    /// The language they are of.
    public Language language() {
        return language;
    }

    /// The sentence with its facts put in. Facts are taken as they are: what looks like `{0}` in a fact stays so.
    public String say(Message message) {
        var sentence = sentences.getProperty(message.key(), message.key());
        var said = new StringBuilder(sentence.length() + 32);
        var from = 0;
        for (var open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
            var close = sentence.indexOf('}', open);
            said.append(sentence, from, open).append(place(message, sentence.substring(open + 1, close)));
            from = close + 1;
        }
        return said.append(sentence, from, sentence.length()).toString();
    }

    /// Every key there is.
    public Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    private String place(Message message, String place) {
        var bar = place.indexOf('|');
        if (bar < 0) {
            return fact(message, place);
        }
        var number = message.facts().get(Integer.parseInt(place.substring(0, bar)));
        var form = number instanceof Number n ? language.plural().of(n.longValue()) : "other";
        return form(place.substring(bar + 1), form).replace("#", fact(message, place.substring(0, bar)));
    }

    /// What stands behind that form, else behind the last one.
    private static String form(String forms, String wanted) {
        var text = "";
        for (var form : forms.split("\\|", -1)) {
            var colon = form.indexOf(": ");
            text = form.substring(colon + 2);
            if (form.substring(0, colon).equals(wanted)) {
                return text;
            }
        }
        return text;
    }

    private String fact(Message message, String place) {
        var fact = message.facts().get(Integer.parseInt(place));
        return fact instanceof Message inner ? say(inner) : fact.toString();
    }
}
