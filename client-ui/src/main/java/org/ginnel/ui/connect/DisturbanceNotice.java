// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.util.Optional;
import org.ginnel.control.Snapshot;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.ui.connect.ConnectScreen.Context;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Units;

/// What is said when another program changed what protects.
final class DisturbanceNotice {
    /// Nothing while there was nothing, or nothing that the user has not seen.
    static Optional<Message> of(Snapshot snapshot, Context context) {
        return snapshot.disturbance()
                .filter(now -> !context.dismissed().equals(Optional.of(now)))
                .map(now -> of(now, context));
    }

    private static Message of(Disturbance disturbance, Context context) {
        var what = part(disturbance);
        var when = Units.timeOfDay(disturbance.last(), context.now(), context.zone());
        return disturbance.times() == 1
                ? Message.of("connect.disturbedOnce", what, when)
                : Message.of("connect.disturbedOften", what, disturbance.times(), when);
    }

    private static Message part(Disturbance disturbance) {
        return switch (disturbance.part()) {
            case FIREWALL -> Message.of("connect.partFirewall");
            case DEVICE -> Message.of("connect.partDevice");
            case ROUTES -> Message.of("connect.partRoutes");
            case DNS -> Message.of("connect.partDns");
            case STORE -> Message.of("connect.partStore");
        };
    }

    private DisturbanceNotice() {}
}
