// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import java.util.ArrayList;
import java.util.List;

/// A chain under construction: rules in the order they are tried, each with the paragraph of
/// `docs/security.md` that allows it, which the kernel keeps as a comment.
final class NftChain {
    private final String header;
    private final List<String> rules = new ArrayList<>();

    /// @param hook where in the kernel, such as `output`; the chain is called the same
    /// @param priority such as `filter`
    /// @param verdict of packets no rule decides: `drop` or `accept`
    NftChain(String hook, String priority, String verdict) {
        this("filter", hook, hook, priority, verdict);
    }

    private NftChain(String type, String name, String hook, String priority, String verdict) {
        this("  chain %s {\n    type %s hook %s priority %s; policy %s;\n"
                .formatted(name, type, hook, priority, verdict));
    }

    private NftChain(String header) {
        this.header = header;
    }

    /// One on the way out that decides nothing but marks.
    ///
    /// @param routedAgain whether a packet is routed by its mark when that changes, which is asked for each packet
    static NftChain marking(String name, boolean routedAgain) {
        return new NftChain(routedAgain ? "route" : "filter", name, "output", "mangle", "accept");
    }

    /// One that no packet meets but by a rule of another chain.
    static NftChain jumpedTo(String name) {
        return new NftChain("  chain %s {\n".formatted(name));
    }

    void add(int paragraph, String rule) {
        rules.add("    %s comment \"%d\" # security.md %d\n".formatted(rule, paragraph, paragraph));
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    String text() {
        return header + String.join("", rules) + "  }\n";
    }
}
