// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

/// What changes may be about; groups of `linux/rtnetlink.h`.
public enum Topic {
    /// Interfaces come, go, and are switched.
    LINK(0x1),
    /// Addresses of interfaces.
    ADDRESS(0x10 | 0x100),
    /// Routes of any table. IPv4's are not told one by one when their interface goes down or away.
    ROUTE(0x40 | 0x400),
    /// Rules that choose tables.
    RULE(0x80 | 0x40000);

    private final int groups;

    Topic(int groups) {
        this.groups = groups;
    }

    int groups() {
        return groups;
    }
}
