// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.provision;

import java.util.Optional;
import org.ginnel.wireguard.PublicKey;

/// What a caller asks for; all of it may be left out.
///
/// @param serverId absent means the first server of the tier
/// @param publicKey of a key pair that the client made; absent means that we make one and hand it out once
/// @param deviceId the client's own name for the device
/// @param deviceName for people
/// @param idempotencyKey recognises a repeated call of a client that gives neither of the above
public record Wish(
        Optional<String> serverId,
        Optional<PublicKey> publicKey,
        Optional<String> deviceId,
        Optional<String> deviceName,
        Optional<String> idempotencyKey) {}
