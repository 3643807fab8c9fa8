// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

/// How a piece of text is meant; a terminal shows it in colour, a file shows it plain.
public enum Tone {
    PLAIN(""),
    STRONG("1"),
    GOOD("32"),
    WARNING("33"),
    BAD("31"),
    QUIET("2");

    private final String sgr;

    Tone(String sgr) {
        this.sgr = sgr;
    }

    /// The text as ECMA-48 terminals show it (SGR, 8.3.117).
    String paint(String text) {
        return sgr.isEmpty() || text.isEmpty() ? text : "\u001b[" + sgr + "m" + text + "\u001b[0m";
    }
}
