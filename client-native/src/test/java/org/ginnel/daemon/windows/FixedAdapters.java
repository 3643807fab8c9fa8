// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.tunnel.ErrorCause;

/// Adapters that are there already.
public final class FixedAdapters implements Adapters {
    private final Optional<ErrorCause> refusal;

    private FixedAdapters(Optional<ErrorCause> refusal) {
        this.refusal = refusal;
    }

    public static FixedAdapters all() {
        return new FixedAdapters(Optional.empty());
    }

    public static FixedAdapters refused(ErrorCause why) {
        return new FixedAdapters(Optional.of(why));
    }

    /// `IF_TYPE_PROP_VIRTUAL` (53) in the upper 16 bits, as WireGuardNT's interfaces have.
    public static long number(Lane lane) {
        return 0x0035_0000_0100_0000L + lane.number();
    }

    @Override
    public Luid luid(Lane lane) {
        return refusal.<Luid>map(Luid.Refused::new).orElseGet(() -> new Luid.Known(number(lane)));
    }

    @Override
    public Map<Lane, Long> existing() {
        Map<Lane, Long> all = new EnumMap<>(Lane.class);
        if (refusal.isEmpty()) {
            Arrays.stream(Lane.values()).forEach(lane -> all.put(lane, number(lane)));
        }
        return all;
    }
}
