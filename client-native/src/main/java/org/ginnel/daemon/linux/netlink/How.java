// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

/// In which way a request is meant; flags of `linux/netlink.h`.
public enum How {
    /// Just so, and say how it went.
    PLAINLY(How.REQUEST | How.ACK),
    /// Refused when it is there already.
    CREATE(How.REQUEST | How.ACK | 0x400 | 0x200),
    /// In the place of what is there.
    REPLACE(How.REQUEST | How.ACK | 0x400 | 0x100),
    /// All there are.
    LIST(How.REQUEST | 0x300);

    private static final int REQUEST = 1;
    private static final int ACK = 4;

    private final int flags;

    How(int flags) {
        this.flags = flags;
    }

    int flags() {
        return flags;
    }
}
