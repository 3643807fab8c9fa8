// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.account.ApiKey;
import org.ginnel.control.Request;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.Causes;
import org.ginnel.ui.ScriptedDaemon;
import org.ginnel.ui.TestWays;
import org.ginnel.ui.own.ConfigImport;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;
import org.ginnel.wireguard.ConfigProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnboardingViewModelTest {
    private static final String KEY = "testuser_pro_a3562544513ab101";

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final Words words = Words.english();
    private final TestWays ways = new TestWays();
    private final List<OnboardingScreen> screens = new ArrayList<>();
    private final OnboardingViewModel model = new OnboardingViewModel(
            daemon, Optional.empty(), ways, new ConfigImport(daemon, ways, _ -> Optional.empty()), screens::add);

    static List<ErrorCause> causes() {
        return Causes.all().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY, "  " + KEY + "\n", "\"" + KEY + "\"", "Bearer " + KEY, "X-API-Key: " + KEY})
    void aKeyAsPeoplePasteIt_isTried(String pasted) {
        model.login(pasted, "https://api.example/");

        assertThat(daemon.open())
                .containsExactly(new Request.Login(ApiKey.parse(KEY).orElseThrow(), "https://api.example"));
        assertThat(screens.getLast().busy()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'',Paste your key first.",
        "two words,A key is one word and this has spaces in it. Copy only the key.",
        "schl\u00fcssel,'A key has only letters, digits and signs of the English keyboard. Copy it again.'"
    })
    void whatIsNoKey_isNotSent_andSaysWhy(String pasted, String expected) {
        model.login(pasted, "https://api.example");

        assertThat(daemon.asked()).isEmpty();
        assertThat(screens.getLast().keyMistake().map(words::say)).contains(expected);
        assertThat(screens.getLast().addressMistake()).isEmpty();
    }

    @Test
    void aKeyThatIsTooLong_isCounted() {
        model.login("x".repeat(300), "https://api.example");

        assertThat(screens.getLast().keyMistake().map(words::say).orElseThrow()).startsWith("This has 300 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "api.example,https://api.example",
        "' HTTPS://api.example:8443/vpn/ ',https://api.example:8443/vpn",
        "http://127.0.0.1:8080,http://127.0.0.1:8080",
        "http://[::1]:8080,http://[::1]:8080",
        "http://localhost,http://localhost"
    })
    void anAddressAsPeopleTypeIt_isTried(String typed, String expected) {
        assertThat(ApiAddress.parse(typed)).isEqualTo(new ApiAddress.Usable(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "'',onboarding.addressMissing",
        "http://api.example,onboarding.addressInsecure",
        "http://127.0.0.1.evil.example,onboarding.addressInsecure",
        "ftp://api.example,onboarding.addressInsecure",
        "https://,onboarding.addressMalformed",
        "https://user:secret@api.example,onboarding.addressMalformed",
        "https://api.example?x=1,onboarding.addressMalformed",
        "my provider,onboarding.addressMalformed"
    })
    void whatIsNoAddress_saysWhy(String typed, String key) {
        assertThat(ApiAddress.parse(typed)).isEqualTo(new ApiAddress.Unusable(new Message(key, List.of())));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void everyRefusal_endsTheWaitAndIsTold(ErrorCause cause) {
        model.login(KEY, "api.example");
        daemon.refuse(cause);

        assertThat(screens.getLast().busy()).isFalse();
        assertThat(screens.getLast().problem()).isPresent();
    }

    @Test
    void cancelling_hangsUp_andNothingIsTold() {
        model.login(KEY, "api.example");
        model.cancel();

        assertThat(daemon.open()).isEmpty();
        assertThat(screens.getLast().busy()).isFalse();
        assertThat(screens.getLast().problem()).isEmpty();
    }

    @Test
    void asLongAsAKeyIsTried_noSecondOneIs() {
        model.login(KEY, "api.example");
        model.login(KEY, "api.example");

        assertThat(daemon.asked()).hasSize(1);
    }

    @Test
    void afterSuccess_theNextFormIsEmpty() {
        model.showing(true);
        var form = screens.getLast().form();
        model.login(KEY, "api.example");
        daemon.done();

        assertThat(screens.getLast().form()).isGreaterThan(form);
    }

    @Test
    void theDemoNetwork_isOfferedOnlyWhenTheEnvironmentDoes() {
        assertThat(DemoNetwork.from(Map.of())).isEmpty();
        assertThat(DemoNetwork.from(Map.of("GINNEL_DEMO_KEY", KEY))).isEmpty();
        assertThat(DemoNetwork.from(Map.of("GINNEL_DEMO_KEY", KEY, "GINNEL_DEMO_API", "http://evil.example")))
                .isEmpty();

        var offered = DemoNetwork.from(Map.of("GINNEL_DEMO_KEY", KEY, "GINNEL_DEMO_API", "https://demo.example"));
        var demo = new OnboardingViewModel(
                daemon, offered, ways, new ConfigImport(daemon, ways, _ -> Optional.empty()), screens::add);
        demo.useDemo();
        assertThat(daemon.open())
                .containsExactly(new Request.Login(ApiKey.parse(KEY).orElseThrow(), "https://demo.example"));
    }

    @Test
    void noScreen_holdsTheKey() {
        model.login(KEY, "api.example");
        daemon.refuse(new ErrorCause.KeyRefused());

        assertThat(screens.toString()).doesNotContain(KEY).doesNotContain("a3562544513ab101");
    }

    @Test
    void aConfig_isTakenInsteadOfAKey(@TempDir Path folder) throws IOException {
        model.showing(true);
        var file = folder.resolve("home.conf");
        Files.writeString(file, "[Interface]\n");
        ways.willPick(file);
        model.importConfig();
        assertThat(daemon.open()).containsExactly(new Request.AddServer("home", "[Interface]\n"));

        daemon.refuse(new ErrorCause.ConfigRefused(
                List.of(new ConfigProblem(7, "PostUp", ConfigProblem.Reason.FORBIDDEN_KEY))));
        var problem = screens.getLast().problem().orElseThrow();
        assertThat(Words.english().say(problem.why()))
                .isEqualTo("Line 7, PostUp: a setting that could run commands on this machine.");
        assertThat(problem.remedy()).isEmpty();
    }
}
