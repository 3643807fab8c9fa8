// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.count;

import org.ginnel.lab.leak.flood.Probe;

/// What one packet was that left the client.
public sealed interface Verdict {
    /// One of the flood's.
    record OfFlood(Probe probe) implements Verdict {}

    /// One more packet of a connection that one of the flood's opened.
    record Further() implements Verdict {}

    /// What has to leave, and gives nothing away: WireGuard's own packets, what keeps the link alive, the daemon's
    /// calls to the operator's API.
    record Allowed() implements Verdict {}

    /// Nobody's that we know: a leak of a kind that nobody thought of.
    ///
    /// @param what for people
    record Stray(String what) implements Verdict {}
}
