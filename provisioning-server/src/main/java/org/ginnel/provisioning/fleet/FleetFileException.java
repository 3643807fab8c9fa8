// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.util.List;

/// A servers file that cannot be used, with everything that is wrong with it.
public final class FleetFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    FleetFileException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /// One line each, with the server it concerns. Tokens are never repeated.
    public List<String> problems() {
        return problems;
    }
}
