// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.util.List;
import java.util.stream.Stream;

/// The state to be in next, and what must be done to the system, in this order. When one effect fails, those after
/// it are not run and the new state is told by [Event.Failed].
public record Step(State next, List<Effect> effects) {
    public Step {
        effects = List.copyOf(effects);
    }

    static Step to(State next, Effect... effects) {
        return new Step(next, List.of(effects));
    }

    /// The same, and then these.
    Step and(Effect... more) {
        return new Step(next, Stream.concat(effects.stream(), Stream.of(more)).toList());
    }
}
