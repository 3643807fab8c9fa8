// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.io.PrintStream;
import java.util.List;
import org.ginnel.cli.text.Line;
import org.ginnel.cli.text.Printable;

/// Where people and programs read what the command says. People get [Line]s, which are clean by construction;
/// programs get documents, which are ASCII.
final class Terminal {
    private static final int PROGRESS_COLUMNS = 78;
    private static final String TO_LINE_START = "\r\u001b[K";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private final boolean colour;
    private boolean inProgress;

    /// @param interactive whether a person watches `out`
    /// @param colour whether `out` may be coloured; `err` never is, it may go elsewhere
    Terminal(PrintStream out, PrintStream err, boolean interactive, boolean colour) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
        this.colour = colour;
    }

    boolean interactive() {
        return interactive;
    }

    void print(List<Line> lines) {
        var text = new StringBuilder();
        lines.forEach(l -> text.append(colour ? l.painted() : l.plain()).append('\n'));
        document(text.toString());
    }

    void print(Line line) {
        print(List.of(line));
    }

    /// Prints text that was made for programs, as it is.
    void document(String text) {
        out.print(text);
        out.flush();
    }

    /// Whether whoever read `out` has gone away.
    boolean isUnread() {
        return out.checkError();
    }

    void complain(List<Line> lines) {
        var text = new StringBuilder();
        lines.forEach(l -> text.append(l.plain()).append('\n'));
        err.print(text);
        err.flush();
    }

    /// Shows a line that the next one replaces; shows nothing when nobody watches.
    synchronized void progress(Line line) {
        if (interactive) {
            inProgress = true;
            document(TO_LINE_START + Printable.fit(line.plain(), PROGRESS_COLUMNS));
        }
    }

    /// Takes the last line of progress away, if there is one.
    synchronized void endProgress() {
        if (inProgress) {
            inProgress = false;
            document(TO_LINE_START);
        }
    }
}
