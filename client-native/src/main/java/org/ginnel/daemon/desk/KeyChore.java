// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.Instant;
import java.util.List;
import org.ginnel.daemon.store.DeviceKey;
import org.ginnel.daemon.store.Outdated;

/// Something to be done for the keys of this device, and when.
record KeyChore(Instant due, What what) {
    /// What is to be done.
    sealed interface What {}

    /// Find out which surface the API speaks.
    record FindSurface() implements What {}

    /// Make the first key of the device, or go on with the next.
    record Complete() implements What {}

    /// Put another key in the place of that one, which is in use.
    record Replace(DeviceKey old) implements What {}

    /// The same for the config of one server of the legacy surface.
    record Reissue(String serverId) implements What {}

    /// Forget the configs of these servers: nobody has used them for long, or the device has a key for all.
    record Retire(List<String> serverIds) implements What {
        Retire {
            serverIds = List.copyOf(serverIds);
        }
    }

    /// Give a peer back to the operator.
    record GiveBack(Outdated peer) implements What {}
}
