// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBreaksTest {
    private static final String LEFT_TO_RIGHT = "\u200e";

    /// Every letter is one pixel wide, and marks of direction have no width.
    private final LineBreaks breaks =
            new LineBreaks(text -> text.replace(LEFT_TO_RIGHT, "").length());

    @Test
    void aText_breaksBetweenWords_whereTheNextOneWouldNotFit() {
        assertThat(breaks.of("one two three", 7)).containsExactly("one two", "three");
        assertThat(breaks.of("one two three", 6.5)).containsExactly("one", "two", "three");
        assertThat(breaks.of("one two three", 13)).containsExactly("one two three");
    }

    @Test
    void evenLines_areAsManyAsEver_andNoWordStandsAlone() {
        var text = "nothing leaves this machine since 12:00 today";
        assertThat(breaks.of(text, 40)).containsExactly("nothing leaves this machine since", "12:00 today");
        assertThat(breaks.even(text, 40)).containsExactly("nothing leaves this", "machine since 12:00 today");
        assertThat(breaks.even("one two three", 13)).containsExactly("one two three");
        assertThat(breaks.even("one\n\ntwo", 13)).containsExactly("one", "two");
        assertThat(breaks.even("", 13)).containsExactly("");
    }

    @Test
    void evenLines_partNoWord_thatWasWhole() {
        assertThat(breaks.even("a Donaudampfschifffahrt is long", 30))
                .containsExactly("a Donaudampfschifffahrt", "is long");
        assertThat(breaks.even("silent for 5 seconds", 15)).containsExactly("silent for", "5 seconds");
    }

    @Test
    void aWordThatIsWiderThanTheLine_breaksWithin_andEveryLetterIsSomewhere() {
        assertThat(breaks.of("a Donaudampf", 5)).containsExactly("a", "Donau", "dampf");
        assertThat(breaks.of("ab", 0)).containsExactly("a", "b");
        assertThat(breaks.of("\ud83d\ude00\ud83d\ude00", 1)).containsExactly("\ud83d\ude00", "\ud83d\ude00");
    }

    @Test
    void aNumber_staysWithTheWordAfterIt() {
        assertThat(breaks.of("silent for 5 s. Or so", 12)).containsExactly("silent for", "5 s. Or so");
    }

    @Test
    void aTimeOfDay_isNotParted() {
        assertThat(breaks.of("open since 12:00 today", 14)).containsExactly("open since", "12:00 today");
    }

    @Test
    void anApostrophe_partsNothing() {
        assertThat(breaks.of("un r\u00e9seau d\u2019essai", 11)).containsExactly("un r\u00e9seau", "d\u2019essai");
    }

    @Test
    void anOptionOfACommand_keepsItsHyphens_andOtherHyphensPart() {
        assertThat(breaks.of("journalctl -u ginneld", 13)).containsExactly("journalctl -u", "ginneld");
        assertThat(breaks.of("journalctl -u ginneld", 12)).containsExactly("journalctl", "-u ginneld");
        assertThat(breaks.of("nft list --handle", 11)).containsExactly("nft list", "--handle");
        assertThat(breaks.of("-aG ginnel", 5)).containsExactly("-aG", "ginne", "l");
        assertThat(breaks.even("usermod -aG ginnel", 10)).containsExactly("usermod", "-aG ginnel");
        assertThat(breaks.of("a WLAN-Router", 8)).containsExactly("a WLAN-", "Router");
    }

    @Test
    void namesOfMachines_areNotParted() {
        assertThat(breaks.of("neither eu-west-1", 16)).containsExactly("neither eu-", "west-1");
        assertThat(breaks.of("the name a.example.com", 18)).containsExactly("the name", "a.example.com");
        assertThat(breaks.of("asks 203.0.113.4 now", 12)).containsExactly("asks", "203.0.113.4", "now");
        assertThat(breaks.of("nor eu-west-1 answers", 13)).containsExactly("nor eu-west-1", "answers");
        assertThat(breaks.of("It is so. It was", 10)).containsExactly("It is so.", "It was");
    }

    @Test
    void aMarkOfDirection_staysWithWhatItIsFor() {
        var sent = "\u0627\u0644\u0645\u0631\u0633\u0644 " + LEFT_TO_RIGHT + "71 MB";

        assertThat(breaks.of(sent, 8)).containsExactly("\u0627\u0644\u0645\u0631\u0633\u0644", LEFT_TO_RIGHT + "71 MB");
    }

    @Test
    void linesThatAreGiven_stay_andNothing_isOneLine() {
        assertThat(breaks.of("one\ntwo", 20)).containsExactly("one", "two");
        assertThat(breaks.of("", 20)).containsExactly("");
    }

    @Test
    void languagesWithoutSpaces_breakBetweenLetters_butNotBeforeAFullStop() {
        assertThat(breaks.of("\u63a5\u7d9a\u6e08\u307f\u3002", 4))
                .containsExactly("\u63a5\u7d9a\u6e08", "\u307f\u3002");
    }
}
