// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.count;

import java.util.Optional;
import org.ginnel.lab.leak.flood.Probe;
import org.ginnel.lab.wire.Heard;

/// A packet that left although nothing but the tunnel may.
///
/// @param verdict never [Verdict.Allowed]
public record Leaked(Heard heard, Verdict verdict) {
    /// What it is counted as: the name of its probe, `further` or `other`.
    String name() {
        return switch (verdict) {
            case Verdict.OfFlood(var probe) -> probe.name();
            case Verdict.Further() -> RouterRules.FURTHER;
            case Verdict.Stray _, Verdict.Allowed _ -> RouterRules.OTHER;
        };
    }

    /// Which probe of the flood it was; empty for what is not the flood's.
    public Optional<Probe> probe() {
        return verdict instanceof Verdict.OfFlood(var probe) ? Optional.of(probe) : Optional.empty();
    }
}
