// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.util.Optional;
import org.ginnel.peering.PeerSet;
import org.ginnel.wireguard.PublicKey;

/// What was read from a device.
///
/// @param publicKey the device's own; absent where it cannot be had without reading the private key
/// @param listenPort UDP port it listens on, 0 for none yet
/// @param peers all of them, without what changes by itself (endpoints, counters)
public record DeviceState(Optional<PublicKey> publicKey, int listenPort, PeerSet peers) {}
