// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ginnel.wireguard.ConfigProblem.Reason;

/// Collects what is wrong with one text, up to [#MOST] problems: the rest of a text that bad tells nobody more.
final class Problems {
    static final int MOST = 100;
    private static final int LONGEST_KEY = 32;

    private final List<ConfigProblem> found = new ArrayList<>();

    /// Adds one problem.
    ///
    /// @param key may come from the text: it is cut to 32 printable ASCII characters
    void add(int line, String key, Reason reason) {
        if (found.size() < MOST) {
            found.add(new ConfigProblem(line, printable(key), reason));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<ConfigProblem> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(ConfigProblem::line))
                .toList();
    }

    private static String printable(String key) {
        var text = new StringBuilder();
        key.chars().limit(LONGEST_KEY).forEach(c -> text.append(c > ' ' && c < 127 ? (char) c : '?'));
        return text.toString();
    }
}
