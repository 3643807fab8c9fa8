// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.tunnel.TunnelView;

/// A failure for people: what happened, why, what to do next, and how things are now.
public final class FailureText {
    private FailureText() {}

    /// The lines.
    ///
    /// @param now empty when the state of the tunnel is unknown
    public static List<Line> of(Explanation words, Optional<TunnelView> now) {
        var lines = new ArrayList<Line>();
        lines.add(Line.of("ginnel: " + words.what()));
        if (!words.why().isBlank()) {
            lines.add(Line.of("  Why:  " + words.why()));
        }
        lines.add(Line.of("  Next: " + words.next()));
        now.ifPresent(view -> lines.add(Line.of("  Now:  " + TunnelWords.consequence(view))));
        return lines;
    }
}
