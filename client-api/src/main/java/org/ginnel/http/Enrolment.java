// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PublicKey;

/// A device as the operator has it: one key, valid on every server of the tier, and its addresses there.
///
/// @param id the operator's name for it, which goes into paths: 1 to 64 of `[A-Za-z0-9._-]` and not dots alone
/// @param publicKey the key in use
/// @param addresses of that key inside every tunnel: one of IPv4, and one of IPv6 where there is IPv6
/// @param quantumSafe whether that key has a pre-shared key
/// @param rotateBy when the operator wants that key replaced; empty when it does not say
/// @param ended whether the operator's servers have dropped that key, because it got too old
/// @param pending ids of servers that were not seen to expect that key yet; none in an answer to a question for the
///     device, which does not say
public record Enrolment(
        String id,
        PublicKey publicKey,
        List<IpNetwork> addresses,
        boolean quantumSafe,
        Optional<Instant> rotateBy,
        boolean ended,
        Set<String> pending) {
    public Enrolment {
        addresses = List.copyOf(addresses);
        pending = Set.copyOf(pending);
    }
}
