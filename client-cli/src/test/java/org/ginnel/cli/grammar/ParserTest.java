// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    private static final Usage GO = Usage.of("go", "Goes.")
            .withWord("WHERE", "Where to.")
            .with(Option.flag("--fast", "Faster."))
            .with(Option.valued("--with", "WHOM", "Not alone."));
    private static final Usage STOP = Usage.of("stop", "Stops.");
    private static final Usage TURN = Usage.of("turn", "Turns.")
            .withChoices("WHERE HOW", 3, new Choice("left", "FAR...", List.of("1", "2"), "To the left."));
    private static final Grammar GRAMMAR = new Grammar(List.of(GO, STOP, TURN));

    @Test
    void optionsAndTheWord_standInAnyOrder() {
        var wanted = new Asked.Run(GO, Map.of("--fast", "", "--with", "Ann", "--socket", "/s"), List.of("home"));

        assertThat(parse("go", "home", "--fast", "--with", "Ann", "--socket", "/s"))
                .isEqualTo(wanted);
        assertThat(parse("--socket=/s", "go", "--with=Ann", "--fast", "home")).isEqualTo(wanted);
    }

    @Test
    void aCommandWithChoices_takesAsManyWordsAsItSays() {
        assertThat(parse("turn", "left", "--", "-1", "2"))
                .isEqualTo(new Asked.Run(TURN, Map.of(), List.of("left", "-1", "2")));
        assertThat(parse("turn")).isEqualTo(new Asked.Run(TURN, Map.of(), List.of()));
        assertThat(parse("turn", "left", "1", "2", "3"))
                .isEqualTo(new Asked.Misuse(
                        "These are more words than the command takes.", "`ginnel turn --help` says what it takes."));
    }

    @Test
    void behindTwoHyphens_everythingIsAWord() {
        assertThat(parse("go", "--", "--fast")).isEqualTo(new Asked.Run(GO, Map.of(), List.of("--fast")));
        assertThat(parse("go", "-")).isEqualTo(new Asked.Run(GO, Map.of(), List.of("-")));
    }

    @Test
    void aValueAfterEquals_isTakenAsItIs() {
        assertThat(parse("go", "--with=")).isEqualTo(new Asked.Run(GO, Map.of("--with", ""), List.of()));
        assertThat(parse("go", "--with=a=b")).isEqualTo(new Asked.Run(GO, Map.of("--with", "a=b"), List.of()));
        assertThat(parse("go", "--with=-x")).isEqualTo(new Asked.Run(GO, Map.of("--with", "-x"), List.of()));
    }

    @Test
    void help_winsOverEverythingElse() {
        assertThat(parse("-h")).isEqualTo(new Asked.Help(null));
        assertThat(parse("go", "--help")).isEqualTo(new Asked.Help(GO));
        assertThat(parse("help")).isEqualTo(new Asked.Help(null));
        assertThat(parse("help", "go")).isEqualTo(new Asked.Help(GO));
        assertThat(parse("--version", "--help")).isEqualTo(new Asked.Help(null));
    }

    @Test
    void version_andNothing_areTold() {
        assertThat(parse("-V")).isEqualTo(new Asked.Version());
        assertThat(parse()).isEqualTo(new Asked.Nothing());
        assertThat(parse("--socket", "/s")).isEqualTo(new Asked.Nothing());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ga | There is no command ga. | Did you mean `ginnel go`? `ginnel --help` says what it takes.",
                "help walk | There is no command walk. | `ginnel --help` says what it takes.",
                "--fast | There is no option --fast here. | `ginnel --help` says what it takes.",
                "go --fats | There is no option --fats here. | Did you mean --fast? `ginnel go --help` says what it takes.",
                "go -x | There is no option -x here. | Did you mean -h? `ginnel go --help` says what it takes.",
                "go --nonsense=secret | There is no option --nonsense here. | `ginnel go --help` says what it takes.",
                "go --fast=yes | --fast takes no value. | `ginnel go --help` says what it takes.",
                "go --with | --with needs a value: WHOM. | `ginnel go --help` says what it takes.",
                "go --with --fast | --with needs a value: WHOM. | `ginnel go --help` says what it takes.",
                "go --fast --fast | --fast stands there twice. | `ginnel go --help` says what it takes.",
                "go a b | These are more words than the command takes. | `ginnel go --help` says what it takes.",
                "stop a | These are more words than the command takes. | `ginnel stop --help` says what it takes.",
                "stop --version | There is no option --version here. | `ginnel stop --help` says what it takes."
            })
    void aMisuse_saysWhatAndWhatNext(String line, String what, String next) {
        assertThat(parse(line.split(" ", -1))).isEqualTo(new Asked.Misuse(what, next));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u0000", "=", "---", "--=", "-", "--\u001b[2J"})
    void noArgument_breaksTheParser(String argument) {
        assertThat(parse(argument)).isNotNull();
        assertThat(parse("go", argument)).isNotNull();
        assertThat(parse("x".repeat(100_000) + argument)).isInstanceOf(Asked.Misuse.class);
    }

    @Test
    void whatWasAsked_isNotPrintedWithItsValues() {
        assertThat(parse("go", "s3cret", "--with", "s3cret").toString()).doesNotContain("s3cret");
    }

    private static Asked parse(String... arguments) {
        return Parser.parse(GRAMMAR, List.of(arguments));
    }
}
