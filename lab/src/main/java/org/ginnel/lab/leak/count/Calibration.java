// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.count;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.lab.Lab;
import org.ginnel.lab.LabException;
import org.ginnel.lab.leak.flood.Flood;
import org.ginnel.lab.leak.flood.Probe;

/// Proves, before a zero is believed, that every packet of every probe is counted when nothing protects the
/// client.
public final class Calibration {
    private static final int PACKETS_EACH = 20;

    /// Floods a client without a tunnel.
    ///
    /// @throws LabException naming each probe of which not all packets were counted, by either count
    public static void prove(Lab lab, List<Probe> probes) throws IOException {
        var watch = Watch.start(lab);
        var flood = Flood.start(lab.client().machine(), probes, Optional.empty());
        try (watch;
                flood) {
            flood.awaitMore(PACKETS_EACH * probes.size());
        }
        var tally = watch.end();
        var wrong = new ArrayList<>(tally.differences());
        flood.offered().forEach((probe, offered) -> {
            if (tally.of(probe) < offered) {
                wrong.add("%s: only %d of %d packets were counted".formatted(probe.name(), tally.of(probe), offered));
            }
        });
        if (!wrong.isEmpty()) {
            throw new LabException(
                    "the counts cannot be trusted, because with nothing in the way " + String.join("; ", wrong));
        }
    }

    private Calibration() {}
}
