// SPDX-License-Identifier: Apache-2.0
package org.ginnel.tunnel;

/// Bytes the WireGuard device has carried since it came up, headers of WireGuard included.
public record Traffic(long rxBytes, long txBytes) {
    public Traffic {
        if (rxBytes < 0 || txBytes < 0) {
            throw new IllegalArgumentException("byte counts are not negative");
        }
    }
}
