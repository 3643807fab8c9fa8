// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import java.util.ArrayList;
import java.util.List;

/// One line for people. Whatever it was made from, it holds nothing that could steer a terminal: every piece goes
/// through [Printable].
public record Line(List<Span> spans) {
    /// A piece of a line.
    public record Span(Tone tone, String text) {
        public Span {
            text = Printable.clean(text);
        }
    }

    /// No text at all.
    public static final Line EMPTY = new Line(List.of());

    public Line {
        spans = List.copyOf(spans);
    }

    /// Plain text.
    public static Line of(String text) {
        return of(Tone.PLAIN, text);
    }

    /// Text in one tone.
    public static Line of(Tone tone, String text) {
        return new Line(List.of(new Span(tone, text)));
    }

    /// The line and more plain text.
    public Line plus(String text) {
        return plus(Tone.PLAIN, text);
    }

    /// The line and more text in a tone.
    public Line plus(Tone tone, String text) {
        var longer = new ArrayList<>(spans);
        longer.add(new Span(tone, text));
        return new Line(longer);
    }

    /// The line and another one behind it.
    public Line plus(Line tail) {
        var longer = new ArrayList<>(spans);
        longer.addAll(tail.spans());
        return new Line(longer);
    }

    /// The line as text, without colour or line end.
    public String plain() {
        var all = new StringBuilder();
        spans.forEach(s -> all.append(s.text()));
        return all.toString();
    }

    /// The line for a terminal that shows colour, without line end.
    public String painted() {
        var all = new StringBuilder();
        spans.forEach(s -> all.append(s.tone().paint(s.text())));
        return all.toString();
    }
}
