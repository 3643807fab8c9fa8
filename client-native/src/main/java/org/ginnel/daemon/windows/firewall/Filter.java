// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// A filter of the Windows Filtering Platform, as data. Within our sublayer the one of the highest weight
/// decides.
///
/// @param paragraph of `docs/security.md` that allows it
/// @param weight 0 to 15; equal ones never contradict each other
/// @param lifetime what it outlives
record Filter(int paragraph, Layer layer, int weight, Verdict verdict, Lifetime lifetime, List<Condition> conditions) {
    /// What becomes of a packet.
    enum Verdict {
        PERMIT,
        BLOCK
    }

    /// What a filter outlives.
    enum Lifetime {
        /// The process that made it, not a restart of the filtering engine.
        RUNNING,
        /// Restarts, from when the filtering engine runs (`FWPM_FILTER_FLAG_PERSISTENT`).
        PERSISTENT,
        /// Restarts, until the filtering engine runs (`FWPM_FILTER_FLAG_BOOTTIME`).
        BOOT
    }

    Filter {
        conditions = List.copyOf(conditions);
    }

    /// Names all there is to it: two filters with one key are the same, so what stands is compared by keys.
    UUID key() {
        return UUID.nameUUIDFromBytes(("org.ginnel " + this).getBytes(UTF_8));
    }

    Filter outliving(Lifetime other) {
        return new Filter(paragraph, layer, weight, verdict, other, conditions);
    }

    @Override
    public String toString() {
        return "%-8s %2d %-6s %-10s %s# security.md %d"
                .formatted(
                        layer.word(),
                        weight,
                        word(verdict),
                        word(lifetime),
                        conditions.stream().map(condition -> condition + " ").collect(Collectors.joining()),
                        paragraph);
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case PERMIT -> "permit";
            case BLOCK -> "block";
        };
    }

    private static String word(Lifetime lifetime) {
        return switch (lifetime) {
            case RUNNING -> "running";
            case PERSISTENT -> "persistent";
            case BOOT -> "boot";
        };
    }
}
