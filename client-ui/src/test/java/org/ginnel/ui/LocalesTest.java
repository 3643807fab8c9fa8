// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Histories;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// No language and no size of text cuts a word or pushes one out of the window.
class LocalesTest {
    private static final Scenario USED = Scenario.connected().remembering(Histories.threeWeeks(Servers.NOON));

    @TempDir
    Path directory;

    static List<Language> offered() {
        return Language.offered();
    }

    @ParameterizedTest
    @MethodSource("offered")
    void everyScreen_inEveryLanguage_isWhole(Language language) {
        walk(Preferred.with(directory, language, 100, "light"), 420, 720, language.toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "FRENCH"})
    void everyScreen_atTwiceTheSize_isWhole(Language language) {
        walk(Preferred.with(directory, language, 200, "dark"), 714, 900, language + " at 200 %");
    }

    static Stream<Arguments> largest() {
        return Stream.of(Language.GERMAN, Language.ARABIC)
                .flatMap(language -> Place.all().map(place -> Arguments.of(place, language)));
    }

    @ParameterizedTest
    @MethodSource("largest")
    void everyPlace_atTwiceTheSize_isWhole(Place place, Language language) {
        var environment = Preferred.with(directory, language, 200, "light");
        try (var daemon = FakeDaemon.start(place.scenario().get());
                var window = new DrivenWindow(daemon.socket(), environment, 714, 960)) {
            place.way().accept(window);
            isWhole(window, place + ", " + language + " at 200 %");
        }
    }

    private static void walk(Map<String, String> environment, int width, int height, String what) {
        try (var daemon = FakeDaemon.start(USED);
                var window = new DrivenWindow(daemon.socket(), environment, width, height)) {
            window.awaitNode("#state");
            isWhole(window, what + ", connect");
            window.click("#nav-locations");
            window.awaitNode("#servers");
            isWhole(window, what + ", locations");
            window.click("#nav-activity");
            window.awaitNode("#sessions");
            isWhole(window, what + ", activity");
            window.click("#nav-settings");
            window.awaitNode("#allow-lan");
            isWhole(window, what + ", settings");
        }
    }

    private static void isWhole(DrivenWindow window, String what) {
        window.await(() -> true, "it is drawn");
        assertThat(window.cutTexts()).as(what + ": cut").isEmpty();
        assertThat(window.textsOutside()).as(what + ": beside the window").isEmpty();
        assertThat(window.textsWiderThanTheirPlace())
                .as(what + ": wider than their place")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"GERMAN", "FRENCH", "JAPANESE", "ARABIC"})
    void aProblem_isWhole(Language language) {
        var cause = new ErrorCause.NoHandshake("203.0.113.4:51820", Duration.ofSeconds(5));
        try (var daemon = FakeDaemon.start(Scenario.blocked(cause));
                var window = new DrivenWindow(
                        daemon.socket(), Preferred.with(directory, language, 100, "light"), 420, 720)) {
            window.awaitNode("#problem");
            isWhole(window, language + ", blocked");
        }
    }

    @Test
    void anotherLanguage_isSpokenAtOnce() {
        try (var daemon = FakeDaemon.start(USED);
                var window = new DrivenWindow(
                        daemon.socket(), Preferred.with(directory, Language.ENGLISH, 100, "light"), 420, 720)) {
            window.click("#nav-settings");
            window.click("#language-2");
            window.awaitText("#nav-settings", "Einstellungen");
            window.click("#language-7");
            window.awaitText("#nav-connect", "\u63a5\u7d9a");
            window.click("#text-size-2");
            window.awaitNode("#allow-lan");
            window.click("#language-8");
            window.awaitText("#nav-connect", "\u0627\u0644\u0627\u062a\u0635\u0627\u0644");
            isWhole(window, "from Japanese to Arabic");
            window.click("#nav-connect");
            window.awaitNode("#state");
        }
    }
}
