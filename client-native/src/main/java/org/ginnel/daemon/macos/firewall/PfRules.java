// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.firewall;

import java.util.ArrayList;
import java.util.List;

/// The rules of an anchor under construction, in the order they are tried; the first that matches decides
/// (`quick`).
///
/// Each has a label with its paragraph of `docs/security.md` and its place: `pfctl -s labels` counts by it,
/// and what another program removed, added or moved is seen by it. A rule with a label is left where it is
/// by the optimizer of `pfctl`.
final class PfRules {
    private final List<String> lines = new ArrayList<>();

    /// @param rule as in `pf.conf(5)`, with the word `quick`, without a label
    void add(int paragraph, String rule) {
        var label = "ginnel-%d-%d".formatted(paragraph, lines.size() + 1);
        lines.add("%s label \"%s\" # security.md %d\n".formatted(rule, label, paragraph));
    }

    String text() {
        return String.join("", lines);
    }
}
