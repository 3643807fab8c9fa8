// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.host.HowTo;
import org.ginnel.host.OperatingSystem;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.Causes;
import org.ginnel.ui.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTest {
    private final Words words = Words.english();

    static Stream<ErrorCause> causes() {
        return Causes.all();
    }

    /// All problems of each system.
    private static Stream<Problem> everywhere() {
        return Stream.of(OperatingSystem.values())
                .map(HowTo::new)
                .flatMap(how -> causes().map(cause -> Problem.of(cause, how)));
    }

    @Test
    void theCausesOfThisTest_areAllThereAre() {
        assertThat(causes().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(ErrorCause.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void everyCause_saysWhatHappenedWhyAndWhatNext(ErrorCause cause) {
        var problem = Problem.of(cause);

        assertThat(words.say(problem.title())).isNotBlank().doesNotEndWith(".");
        assertThat(words.say(problem.why())).isNotBlank().doesNotContain("Optional", "PT", "null", "[ErrorCause");
        assertThat(words.say(problem.next())).isNotBlank();
        problem.remedy()
                .ifPresent(remedy -> assertThat(words.say(remedy.label())).isNotBlank());
    }

    @Test
    void offline_isNeverCalledAWrongKey() {
        var problem = Problem.of(new ErrorCause.Offline("api.example"));

        assertThat(words.say(problem.title())).doesNotContainIgnoringCase("key");
        assertThat(words.say(problem.why())).contains("api.example").contains("Your key was not checked");
        assertThat(problem.remedy()).contains(new Remedy.Retry());
    }

    @Test
    void whoHasNoKey_isNotOfferedAnotherOne() {
        assertThat(Problem.of(new ErrorCause.NotLoggedIn())
                        .remedy()
                        .map(Remedy::label)
                        .map(words::say))
                .contains("Enter a key");
        assertThat(Problem.of(new ErrorCause.KeyRefused())
                        .remedy()
                        .map(Remedy::label)
                        .map(words::say))
                .contains("Use another key");
    }

    @Test
    void whatIsNotThere_isWrittenToAtAWrongAddress() {
        var missing = Problem.of(new ErrorCause.ApiFailed("GET /api/servers", 404, "There is nothing at this address"));
        var broken = Problem.of(new ErrorCause.ApiFailed("GET /api/servers", 503, "Down"));

        assertThat(words.say(missing.next())).startsWith("Check the address.");
        assertThat(words.say(broken.next())).startsWith("Try again later.");
    }

    @Test
    void aCommandToCopy_isTheOneInTheAdvice() {
        everywhere()
                .forEach(problem -> problem.remedy().ifPresent(remedy -> {
                    if (remedy instanceof Remedy.CopyCommand(var command)) {
                        assertThat(words.say(problem.next())).contains(command);
                    }
                }));
    }

    /// What is said in one language is said in all, so the commands are the same (`LanguagesTest` holds the blanks).
    @Test
    void aSystem_isToldNothingOfAnother() {
        assertThat(advice(OperatingSystem.LINUX))
                .contains("sudo systemctl start ginneld", "journalctl -u ginneld", "/etc/ginnel/ca.pem")
                .contains("sudo usermod -aG ginnel \"$USER\"", "sudo apt install wireguard-go")
                .doesNotContain("launchctl", "/Library", "net start", "administrator", "C:\\");
        assertThat(advice(OperatingSystem.MACOS))
                .contains("launchctl bootstrap", "launchctl kickstart", "/Library/Logs/ginneld.log")
                .contains("/Library/Application Support/Ginnel/ca.pem", "wireguard-go, which comes with Ginnel")
                .doesNotContain("systemctl", "journalctl", "usermod", "/etc/", "apt ", "kernel", "net start", "C:\\");
        assertThat(advice(OperatingSystem.WINDOWS))
                .contains("net start ginneld (in a terminal run as administrator)", "Restart-Service ginneld")
                .contains("C:\\ProgramData\\Ginnel\\ca.pem", "wireguard.dll", "sign out and in again")
                .doesNotContain("sudo", "systemctl", "journalctl", "usermod", "/etc/", "apt ", "kernel", "/Library")
                .doesNotContain("root", "at once");
    }

    private String advice(OperatingSystem system) {
        return causes().map(cause -> Problem.of(cause, new HowTo(system)))
                .flatMap(problem -> Stream.of(problem.title(), problem.why(), problem.next()))
                .map(words::say)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aHostileConfig_isNamedByLineAndKey() {
        var problem = causes().filter(ErrorCause.ConfigRefused.class::isInstance)
                .map(Problem::of)
                .map(p -> words.say(p.why()))
                .filter(why -> why.contains("run commands"))
                .toList();

        assertThat(problem).containsExactly("Line 3, PostUp: a setting that could run commands on this machine.");
    }
}
