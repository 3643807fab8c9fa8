// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.util.List;
import org.ginnel.gateway.diff.PeerChange;
import org.ginnel.peering.PeerUse;

/// The peers of one WireGuard device that is up already. Nothing here starts, stops or restarts it, and nothing reads
/// or writes its private key. Used by one thread at a time.
public interface PeerDevice {
    /// What the device has now.
    DeviceState read() throws DeviceException;

    /// Reads what the device counted for each peer.
    List<PeerUse> use() throws DeviceException;

    /// Makes the changes in their order, live. When this throws, some of them may have been made: read again.
    void apply(List<PeerChange> changes) throws DeviceException;
}
