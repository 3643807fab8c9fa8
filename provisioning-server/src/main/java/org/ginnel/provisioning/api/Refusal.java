// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.util.Map;

/// Ends a call with a problem. Stays inside this package.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient Map<String, String> headers;

    Refusal(Problem problem) {
        this(problem, Map.of());
    }

    Refusal(Problem problem, Map<String, String> headers) {
        super(problem.error(), null, false, false);
        this.problem = problem;
        this.headers = headers;
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
