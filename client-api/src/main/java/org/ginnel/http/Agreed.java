// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.util.Set;
import org.ginnel.wireguard.PresharedKey;

/// A pre-shared key that was agreed with the operator. Prints without it.
///
/// @param pending ids of servers that were not seen to expect it yet
public record Agreed(PresharedKey presharedKey, Set<String> pending) {
    public Agreed {
        pending = Set.copyOf(pending);
    }
}
