// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.util.Optional;
import org.ginnel.relay.Target;
import org.ginnel.ui.text.Message;

/// One server of the list, or the fastest of them.
///
/// @param target what choosing it means
/// @param title the city, or that it is the fastest
/// @param country as operators write it, for its flag; may be empty
/// @param detail the country, the load, or which one would be the fastest now; may be empty
/// @param latency what was measured
/// @param use whether the tunnel ends or will end there
/// @param favourite whether the user marked it
/// @param locked which tier opens it, when this account's does not
public record LocationRow(
        Target target,
        Message title,
        String country,
        Optional<Message> detail,
        Latency latency,
        Use use,
        boolean favourite,
        Optional<Message> locked)
        implements LocationLine {
    /// Stable name of the row's node: `fastest` or `server-<id>`.
    public String nodeId() {
        return switch (target) {
            case Target.Fastest() -> "fastest";
            case Target.Chosen(var id) -> "server-" + id;
        };
    }

    /// The server's id; empty for the fastest.
    public Optional<String> serverId() {
        return switch (target) {
            case Target.Fastest() -> Optional.empty();
            case Target.Chosen(var id) -> Optional.of(id);
        };
    }

    /// What was measured of the way there.
    ///
    /// @param words `23 ms`, `no answer`, or nothing yet
    /// @param grade how good that is
    /// @param length of the bar, 0 to 1; longer is farther away
    public record Latency(Optional<Message> words, Grade grade, double length) {}

    /// How good a round trip is.
    public enum Grade {
        NEAR,
        MIDDLING,
        FAR,
        SILENT,
        UNKNOWN,
        PENDING
    }

    /// Whether the tunnel ends there.
    public enum Use {
        NONE,
        CONNECTING,
        CONNECTED
    }
}
