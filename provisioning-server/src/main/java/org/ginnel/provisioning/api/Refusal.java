// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.util.Map;

/// Ends a call with a problem. Stays inside this package.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient Map<String, String> headers;
    private final String detail;

    Refusal(Problem problem) {
        this(problem, Map.of());
    }

    Refusal(Problem problem, Map<String, String> headers) {
        this(problem, problem.error(), headers);
    }

    /// @param detail what exactly, for people; holds no secret
    Refusal(Problem problem, String detail) {
        this(problem, detail, Map.of());
    }

    private Refusal(Problem problem, String detail, Map<String, String> headers) {
        super(problem.error(), null, false, false);
        this.problem = problem;
        this.headers = headers;
        this.detail = detail;
    }

    String detail() {
        return detail;
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
