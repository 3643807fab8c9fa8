// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.device;

import java.time.Instant;
import java.util.Optional;
import org.ginnel.wireguard.PublicKey;

/// A key of a device, with the addresses that belong to this key alone. Two keys of a device can be in use at the
/// same time, which is why a rotation loses no packet.
///
/// @param slot which of the devices' addresses it has
/// @param quantumSafe whether it has a pre-shared key
/// @param validUntil absent for the key in use; set when another one took its place
/// @param endedAt when it ended because it was too old: no gateway has it any more; empty while it is good
public record DeviceKey(
        PublicKey publicKey,
        int slot,
        boolean quantumSafe,
        Instant createdAt,
        Optional<Instant> validUntil,
        Optional<Instant> endedAt) {}
