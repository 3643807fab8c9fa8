// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.util.List;

/// What came of reading a config: the config, or everything that is wrong with it.
public sealed interface ConfigResult {
    /// The text is a config.
    record Parsed(Config config) implements ConfigResult {}

    /// The text is none that we run.
    ///
    /// @param problems at least one, in the order of their lines
    record Refused(List<ConfigProblem> problems) implements ConfigResult {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
        }
    }
}
