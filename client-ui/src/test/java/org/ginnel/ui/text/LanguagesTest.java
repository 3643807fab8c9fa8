// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Every language says all that English says, with the same facts. Who adds a sentence adds it in every language:
/// the failure names the key and the English words.
class LanguagesTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources", "org", "ginnel", "ui");
    private static final List<String> FILES = List.of("text/messages", "tray/tray");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)([^}]*)}");

    private static Properties file(String name, Language language) throws IOException {
        var sentences = new Properties();
        var path = RESOURCES.resolve(name + language.suffix() + ".properties");
        try (var reader = new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguage_saysAllThatEnglishSays_andNothingElse(Language language) throws IOException {
        for (var name : FILES) {
            var english = file(name, Language.ENGLISH);
            var other = file(name, language);
            var missing = english.stringPropertyNames().stream()
                    .filter(key -> other.getProperty(key, "").isBlank())
                    .sorted()
                    .map(key -> key + " = " + english.getProperty(key))
                    .toList();
            var stray = new TreeSet<>(other.stringPropertyNames());
            stray.removeAll(english.stringPropertyNames());

            assertThat(missing).as("to be said in " + language + ", " + name).isEmpty();
            assertThat(stray)
                    .as("no longer said in English, but in " + language)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySentence_hasTheFactsOfTheEnglishOne_andEveryFormThatNumbersNeed(Language language) throws IOException {
        for (var name : FILES) {
            var english = file(name, Language.ENGLISH);
            for (var key : file(name, language).stringPropertyNames()) {
                var sentence = file(name, language).getProperty(key);
                assertThat(places(sentence)).as(language + " " + key).isEqualTo(places(english.getProperty(key, "")));
                PLACE.matcher(sentence)
                        .results()
                        .map(place -> place.group(2))
                        .filter(forms -> !forms.isEmpty())
                        .forEach(forms -> assertThat(formsOf(forms))
                                .as(language + " " + key)
                                .isEqualTo(language.plural().forms()));
            }
        }
    }

    private static Set<String> places(String sentence) {
        var places = new TreeSet<String>();
        PLACE.matcher(sentence).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    private static List<String> formsOf(String forms) {
        return List.of(forms.substring(1).split("\\|", -1)).stream()
                .map(form -> form.substring(0, form.indexOf(": ")))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySentence_isPlainText(Language language) {
        var words = Words.in(language);

        assertThat(words.keys())
                .allSatisfy(key -> assertThat(words.say(Message.of(key, "a", "b", "c", "d")))
                        .as(language + " " + key)
                        .isNotBlank()
                        .doesNotContain("{", "}", "  ", "|", "''"));
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH,0,other",
        "ENGLISH,1,one",
        "ENGLISH,2,other",
        "FRENCH,0,one",
        "FRENCH,1,one",
        "FRENCH,2,other",
        "PORTUGUESE,0,one",
        "SPANISH,0,other",
        "GERMAN,1,one",
        "CHINESE,1,other",
        "JAPANESE,5,other",
        "ARABIC,0,zero",
        "ARABIC,1,one",
        "ARABIC,2,two",
        "ARABIC,3,few",
        "ARABIC,10,few",
        "ARABIC,11,many",
        "ARABIC,99,many",
        "ARABIC,100,other",
        "ARABIC,102,other",
        "ARABIC,103,few",
        "ARABIC,111,many"
    })
    void words_followNumbers_asTheLanguageWants(Language language, long number, String form) {
        assertThat(language.plural().of(number)).isEqualTo(form);
    }

    @Test
    void aNumber_isSaidInItsForm() {
        var message = Message.of("settings.changeWindow", 1L);
        assertThat(Words.in(Language.ENGLISH).say(message)).isEqualTo("1 setting of this window");
        assertThat(Words.in(Language.GERMAN).say(Message.of("settings.changeWindow", 3)))
                .isEqualTo("3 Einstellungen dieses Fensters");
        assertThat(Words.in(Language.GERMAN).say(Units.bytes(1_200_000))).isEqualTo("1,2 MB");
    }

    @Test
    void theSystemsLanguage_isSpokenWhenWeCan() {
        assertThat(Language.of(Locale.forLanguageTag("de-AT"))).isEqualTo(Language.GERMAN);
        assertThat(Language.of(Locale.forLanguageTag("zh-CN"))).isEqualTo(Language.CHINESE);
        assertThat(Language.of(Locale.forLanguageTag("pt-BR"))).isEqualTo(Language.PORTUGUESE);
        assertThat(Language.of(Locale.forLanguageTag("fi"))).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(Locale.forLanguageTag("ar-EG"))).isEqualTo(Language.ARABIC);
        assertThat(Language.of(Locale.ROOT)).isEqualTo(Language.ENGLISH);
        assertThat(Language.tagged("zh-Hans")).contains(Language.CHINESE);
        assertThat(Language.tagged("x")).isEmpty();
    }
}
