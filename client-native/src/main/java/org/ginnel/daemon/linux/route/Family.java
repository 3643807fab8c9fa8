// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import org.ginnel.wireguard.IpNetwork;

/// A family of addresses; `ip` changes the rules of one at a time.
enum Family {
    IPV4("-4"),
    IPV6("-6");

    private final String option;

    Family(String option) {
        this.option = option;
    }

    /// The option of `ip` that selects it.
    String option() {
        return option;
    }

    /// Whether `network` is one of it.
    boolean has(IpNetwork network) {
        return network.isIpv4() == (this == IPV4);
    }
}
