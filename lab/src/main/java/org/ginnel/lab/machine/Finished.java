// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.machine;

import java.util.List;
import org.ginnel.lab.LabException;

/// How a program ended and what it said.
///
/// @param exit its exit code, 128 + n when signal n ended it
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
public record Finished(List<String> argv, int exit, String out, String err) {
    public Finished {
        argv = List.copyOf(argv);
    }

    /// Itself when the program succeeded.
    ///
    /// @throws LabException otherwise, with all it said
    public Finished orThrow() {
        if (exit != 0) {
            throw new LabException(
                    "`%s` ended with %d: %s".formatted(String.join(" ", argv), exit, (err + out).strip()));
        }
        return this;
    }
}
