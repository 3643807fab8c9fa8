// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.devkit.Causes;
import org.ginnel.devkit.Golden;
import org.ginnel.host.HowTo;
import org.ginnel.host.OperatingSystem;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.ConfigProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class ExplanationTest {
    private static final HowTo LINUX = new HowTo(OperatingSystem.LINUX);

    @SuppressWarnings("UnusedVariable") // a source of parameters, named in an annotation
    private static final List<ErrorCause> CAUSES = Causes.ALL;

    @Test
    void everyCause_readsAsReviewed() {
        var all = Causes.ALL.stream()
                .map(c -> c.getClass().getSimpleName() + " -> " + ExitCode.of(c) + " ("
                        + ExitCode.of(c).number() + ")\n" + lines(Explanation.of(c, LINUX)))
                .collect(Collectors.joining("\n"));

        Golden.check("explanations.txt", all);
    }

    /// What other systems have in other words; that of Linux is in the golden above.
    @ParameterizedTest
    @EnumSource(
            value = OperatingSystem.class,
            names = {"MACOS", "WINDOWS"})
    void whatDiffers_readsAsReviewed_onOtherSystems(OperatingSystem system) {
        var how = new HowTo(system);
        var differing = Causes.ALL.stream()
                .filter(cause -> !Explanation.of(cause, how).equals(Explanation.of(cause, LINUX)))
                .map(cause -> cause.getClass().getSimpleName() + "\n" + lines(Explanation.of(cause, how)))
                .collect(Collectors.joining("\n"));

        Golden.check("explanations-" + system.name().toLowerCase(Locale.ROOT) + ".txt", differing);
    }

    /// What every system says alike names nothing of any.
    @Test
    void whatIsSaidAlike_namesNoSystem() {
        assertThat(Causes.ALL)
                .filteredOn(cause -> Stream.of(OperatingSystem.values())
                        .allMatch(system ->
                                Explanation.of(cause, new HowTo(system)).equals(Explanation.of(cause, LINUX))))
                .hasSizeGreaterThan(15)
                .allSatisfy(cause -> assertThat(lines(Explanation.of(cause, LINUX)))
                        .doesNotContain("sudo", "systemctl", "journalctl", "/etc/", "usermod", "kernel", "apt "));
    }

    private static String lines(Explanation words) {
        return FailureText.of(words, Optional.empty()).stream()
                .map(l -> l.plain() + "\n")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @FieldSource("CAUSES")
    void everyPart_isASentence(ErrorCause cause) {
        assertThat(Stream.of(OperatingSystem.values())
                        .map(system -> Explanation.of(cause, new HowTo(system)))
                        .flatMap(words -> Stream.of(words.what(), words.why(), words.next())))
                .allSatisfy(s -> assertThat(s).matches("\\S.*[.]").doesNotContain("..", "  ", "()", "\n"));
        assertThat(ExitCode.of(cause)).isNotEqualTo(ExitCode.OK);
    }

    @Test
    void emptyDetails_leaveNoHoles() {
        for (var cause : List.of(
                new ErrorCause.ApiUntrusted("h", ""),
                new ErrorCause.ApiFailed("GET /x", 502, ""),
                new ErrorCause.RateLimited(Optional.empty()),
                new ErrorCause.SystemRefused(ErrorCause.Part.STORE, "write", ""))) {
            everyPart_isASentence(cause);
        }
    }

    @Test
    void manyConfigProblems_areCut() {
        var problem = new ConfigProblem(7, "MTU", ConfigProblem.Reason.BAD_NUMBER);
        var words = Explanation.of(new ErrorCause.ConfigRefused(Collections.nCopies(50, problem)));

        assertThat(words.why()).endsWith("line 7, MTU: not a number in its range; and 46 more.");
    }

    @Test
    void everyReasonOfAConfigProblem_hasWordsOfItsOwn() {
        var words = Stream.of(ConfigProblem.Reason.values())
                .map(r -> ConfigWords.of(new ConfigProblem(1, "K", r)))
                .toList();

        assertThat(words).doesNotHaveDuplicates().hasSize(ConfigProblem.Reason.values().length);
    }

    @Test
    void everyPartOfTheSystem_hasWordsOfItsOwn() {
        assertThat(Stream.of(ErrorCause.Part.values())
                        .map(p -> Explanation.of(new ErrorCause.SystemRefused(p, "t", "d"))
                                .what()))
                .doesNotHaveDuplicates();
    }

    @Test
    void waits_areReadable() {
        assertThat(Explanation.of(new ErrorCause.RateLimited(Optional.of(Duration.ofSeconds(90))))
                        .next())
                .isEqualTo("Try again in 1 min.");
    }
}
