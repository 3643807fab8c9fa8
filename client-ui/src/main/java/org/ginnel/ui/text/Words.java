// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/// Turns a [Message] into the words a person reads. Never fails on a message: an unknown key is shown as itself.
public final class Words {
    private final Properties sentences;

    private Words(Properties sentences) {
        this.sentences = sentences;
    }

    /// The English words.
    public static Words english() {
        var sentences = new Properties();
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream("messages.properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("messages.properties is not readable", e);
        }
        return new Words(sentences);
    }

    /// The sentence with its facts put in. Facts are taken as they are: what looks like `{0}` in a fact stays so.
    public String say(Message message) {
        var sentence = sentences.getProperty(message.key(), message.key());
        var said = new StringBuilder(sentence.length() + 32);
        var from = 0;
        for (var open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
            var close = sentence.indexOf('}', open);
            said.append(sentence, from, open).append(fact(message, sentence.substring(open + 1, close)));
            from = close + 1;
        }
        return said.append(sentence, from, sentence.length()).toString();
    }

    /// Every key there is.
    public Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    private String fact(Message message, String place) {
        var fact = message.facts().get(Integer.parseInt(place));
        return fact instanceof Message inner ? say(inner) : fact.toString();
    }
}
