// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.Snapshot;

/// A failure for people: what happened, why, what to do next, and how things are now.
public final class FailureText {
    private FailureText() {}

    /// The lines.
    ///
    /// @param now empty when it is unknown how things are
    public static List<Line> of(Explanation words, Optional<Snapshot> now) {
        var lines = new ArrayList<Line>();
        lines.add(Line.of("ginnel: " + words.what()));
        if (!words.why().isBlank()) {
            lines.add(Line.of("  Why:  " + words.why()));
        }
        lines.add(Line.of("  Next: " + words.next()));
        now.ifPresent(snapshot -> lines.add(Line.of("  Now:  " + TunnelWords.consequence(snapshot))));
        return lines;
    }
}
