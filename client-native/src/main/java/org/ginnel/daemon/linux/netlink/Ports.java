// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.util.Optional;

/// A range of ports, both ends included; 1 to 65535.
public record Ports(int first, int last) {
    public Ports {
        if (!areRange(first, last)) {
            throw new IllegalArgumentException("not a range of ports");
        }
    }

    static Optional<Ports> of(int first, int last) {
        return areRange(first, last) ? Optional.of(new Ports(first, last)) : Optional.empty();
    }

    private static boolean areRange(int first, int last) {
        return first >= 1 && first <= last && last <= 65535;
    }
}
