// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.time.Duration;

/// How long the API may take. Every limit is more than zero.
///
/// @param connect for a TCP connection to one address
/// @param call for a whole call, from the name lookup to the last byte
/// @param provision the same for `POST /api/provision`, which runs a script on legacy servers, and for changes
///     of a device, which wait for the servers to take them up
public record Timeouts(Duration connect, Duration call, Duration provision) {
    public Timeouts {
        if (!connect.isPositive() || !call.isPositive() || !provision.isPositive()) {
            throw new IllegalArgumentException("a limit is more than zero");
        }
    }

    /// What suits people who wait, and legacy servers that need 30 s.
    public static Timeouts defaults() {
        return new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(45));
    }
}
