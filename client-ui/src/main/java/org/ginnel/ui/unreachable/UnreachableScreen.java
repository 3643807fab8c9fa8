// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.unreachable;

import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.problem.Problem;

/// Everything shown while the daemon does not answer.
public record UnreachableScreen(Problem problem) {
    static UnreachableScreen of(LinkState.Lost lost) {
        return new UnreachableScreen(Problem.of(lost.cause()));
    }
}
