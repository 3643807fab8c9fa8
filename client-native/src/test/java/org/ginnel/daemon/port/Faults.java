// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ginnel.tunnel.ErrorCause;

/// Refusals that a test put in the way of a fake's calls. Any thread.
final class Faults {
    private final Map<String, ErrorCause> once = new HashMap<>();
    private final Map<String, ErrorCause> always = new HashMap<>();

    synchronized void once(String call, ErrorCause cause) {
        once.put(call, cause);
    }

    synchronized void always(String call, ErrorCause cause) {
        always.put(call, cause);
    }

    synchronized void none() {
        once.clear();
        always.clear();
    }

    synchronized Optional<ErrorCause> on(String call) {
        var next = Optional.ofNullable(once.remove(call));
        return next.isPresent() ? next : Optional.ofNullable(always.get(call));
    }
}
