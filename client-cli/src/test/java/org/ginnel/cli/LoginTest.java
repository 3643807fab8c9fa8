// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.control.Request;
import org.ginnel.devkit.Causes;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Golden;
import org.ginnel.devkit.Scenario;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class LoginTest {
    private static final String KEY = "testuser_pro_a3562544513ab101";
    private static final String URL = "https://api.vpn.example.com";

    @SuppressWarnings("UnusedVariable") // a source of parameters, named in an annotation
    private static final List<ErrorCause> CAUSES = Causes.ALL;

    @Test
    void aKeyFromTheKeyboard_logsIn() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut())) {
            var run = CommandLineRun.at(daemon.socket())
                    .typing("\n  " + KEY + "  \nmore")
                    .run("login", "--api", URL);

            Golden.check("login.txt", run.transcript(daemon.socket()));
            assertThat(daemon.snapshot().account().orElseThrow().apiUrl()).isEqualTo(URL);
        }
    }

    @Test
    void aKeyOnTheCommandLine_logsIn() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut())) {
            var run = CommandLineRun.at(daemon.socket()).with("GINNEL_API", URL).run("login", KEY);

            assertThat(run.code()).isEqualTo(ExitCode.OK);
            assertThat(daemon.requests())
                    .filteredOn(Request.Login.class::isInstance)
                    .singleElement()
                    .satisfies(
                            r -> assertThat(((Request.Login) r).key().reveal()).isEqualTo(KEY));
        }
    }

    @Test
    void theUrlOfTheLastLogin_isTheDefault() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var run = CommandLineRun.at(daemon.socket()).run("login", KEY);

            assertThat(run.code()).isEqualTo(ExitCode.OK);
            assertThat(daemon.requests())
                    .anyMatch(r -> r instanceof Request.Login l && l.apiUrl().equals(URL));
        }
    }

    @Test
    void withoutAnyUrl_saysThatOneIsNeeded() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut())) {
            var run = CommandLineRun.at(daemon.socket()).typing(KEY).run("login");

            Golden.check("login-without-url.txt", run.transcript(daemon.socket()));
            assertThat(daemon.requests()).noneMatch(Request.Login.class::isInstance);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "caf\u00e9", "\u001b[31m"})
    void whatIsNoKey_isNotSentAndNotShown(String typed) {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut())) {
            var run = CommandLineRun.at(daemon.socket()).typing(typed).run("login", "--api", URL);

            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("not an API key");
            assertThat(typed.isEmpty() || !run.err().contains(typed)).isTrue();
            assertThat(daemon.requests()).noneMatch(Request.Login.class::isInstance);
        }
    }

    @Test
    void anEndlessLine_isNotRead() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut())) {
            var run = CommandLineRun.at(daemon.socket())
                    .typing("k".repeat(1_000_000))
                    .run("login", "--api", URL);

            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    void surplusWords_areNotRepeated() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut())) {
            var run = CommandLineRun.at(daemon.socket()).run("login", "X-API-Key:", KEY, "--api", URL);

            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).doesNotContain(KEY);
        }
    }

    @ParameterizedTest
    @FieldSource("CAUSES")
    void everyRefusal_isExplainedAndKeepsItsExitCode(ErrorCause cause) {
        try (var daemon = FakeDaemon.start(Scenario.loginRefused(cause))) {
            var run = CommandLineRun.at(daemon.socket()).typing(KEY).run("login", "--api", URL);

            assertThat(run.code()).isEqualTo(ExitCode.of(cause));
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .contains("ginnel: ", "Next: ", "Now:  You are disconnected")
                    .doesNotContain(KEY);
        }
    }

    @Test
    void beingOffline_isNotCalledAWrongKey() {
        try (var daemon = FakeDaemon.start(Scenario.loginRefused(new ErrorCause.Offline("api.vpn.example.com")))) {
            var run = CommandLineRun.at(daemon.socket()).typing(KEY).run("login", "--api", URL);

            Golden.check("login-offline.txt", run.transcript(daemon.socket()));
        }
    }

    @Test
    void whoMayOnlyLook_isNotEvenAskedForTheKey() {
        try (var daemon = FakeDaemon.start(Scenario.notPermitted())) {
            var run = CommandLineRun.at(daemon.socket()).typing(KEY).run("login", "--api", URL);

            assertThat(run.code()).isEqualTo(ExitCode.NOT_PERMITTED);
            assertThat(daemon.requests()).noneMatch(Request.Login.class::isInstance);
        }
    }

    @Test
    void logout_forgetsTheKey() {
        try (var daemon = FakeDaemon.start(Scenario.connected())) {
            var run = CommandLineRun.at(daemon.socket()).run("logout");

            Golden.check("logout.txt", run.transcript(daemon.socket()));
            assertThat(daemon.snapshot().account()).isEmpty();
        }
    }
}
