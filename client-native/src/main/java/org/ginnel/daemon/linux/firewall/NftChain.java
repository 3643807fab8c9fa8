// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import java.util.ArrayList;
import java.util.List;

/// A base chain under construction: rules in the order they are tried, each with the paragraph of
/// `docs/security.md` that allows it, which the kernel keeps as a comment.
final class NftChain {
    private final String header;
    private final List<String> rules = new ArrayList<>();

    /// @param hook where in the kernel, such as `output`
    /// @param priority such as `filter`
    /// @param verdict of packets no rule decides: `drop` or `accept`
    NftChain(String hook, String priority, String verdict) {
        this.header = "  chain %s {\n    type filter hook %s priority %s; policy %s;\n"
                .formatted(hook, hook, priority, verdict);
    }

    void add(int paragraph, String rule) {
        rules.add("    %s comment \"%d\" # security.md %d\n".formatted(rule, paragraph, paragraph));
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    int size() {
        return rules.size();
    }

    String text() {
        return header + String.join("", rules) + "  }\n";
    }
}
