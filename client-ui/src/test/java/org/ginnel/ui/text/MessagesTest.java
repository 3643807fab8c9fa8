// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z]*\\.[a-z][A-Za-z]*)\"");
    /// Anything but a literal, a choice between two literals, or the argument of the one method that takes
    /// literals.
    private static final Pattern ODD_KEY = Pattern.compile("Message\\.of\\((?!\\s*\"[\\w.]+\"\\s*[,)]"
            + "|[\\w.()]+ \\? \"[\\w.]+\" : \"[\\w.]+\"\\)|titleKey\\)|String key, Object)(.{0,60})");

    private final Words words = Words.english();

    @Test
    void everyKeyInTheSource_hasWords_andEveryWordIsUsed() throws IOException {
        assertThat(keysIn(sources())).containsExactlyInAnyOrderElementsOf(words.keys());
    }

    @Test
    void noKey_isPutTogetherAtRunTime() throws IOException {
        var odd = ODD_KEY.matcher(sources()).results().map(hit -> hit.group(1)).toList();

        assertThat(odd).isEmpty();
    }

    @Test
    void everySentence_isFilledInOnce_andPlainText() {
        assertThat(words.keys())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(words.say(dummy(key)))
                        .as(key)
                        .isNotBlank()
                        .doesNotContain("{", "}", "  ", "!", "''"));
    }

    @Test
    void aFactThatLooksLikeAPlace_staysAsItIs() {
        assertThat(words.say(Message.of("place.cityAndCountry", "{1}", "{0}"))).isEqualTo("{1}, {0}");
    }

    @Test
    void aMessageInAMessage_isSaidInPlace() {
        assertThat(words.say(Message.of("rateLimited.nextIn", Message.of("unit.seconds", 5))))
                .isEqualTo("Try again in 5 s.");
    }

    @Test
    void anUnknownKey_isShownAsItself() {
        assertThat(words.say(Message.of("no.suchKey"))).isEqualTo("no.suchKey");
    }

    private static Message dummy(String key) {
        return Message.of(key, "a", "b", "c");
    }

    private static Set<String> keysIn(String source) {
        return LITERAL.matcher(source)
                .results()
                .map(hit -> hit.group(1))
                .filter(key -> !key.matches(".*\\.(css|properties|bin|txt|json)|os\\.arch|user\\.name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The tray has words of its own.
    private static String sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("tray"))
                    .map(MessagesTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
