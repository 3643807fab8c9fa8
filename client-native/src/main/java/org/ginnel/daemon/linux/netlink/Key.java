// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

/// The attributes that we write or read, under their names in `linux/if_link.h`, `if_addr.h`, `rtnetlink.h`,
/// `fib_rules.h` and `netlink.h`.
public enum Key {
    IFLA_IFNAME(3),
    IFLA_MTU(4),
    IFLA_LINKINFO(18),
    IFLA_INFO_KIND(1),
    IFLA_AF_SPEC(26),
    IFLA_AF_SPEC_INET6(10),
    IFLA_INET6_ADDR_GEN_MODE(8),
    IFLA_EXT_MASK(29),
    IFA_ADDRESS(1),
    IFA_LOCAL(2),
    RTA_DST(1),
    RTA_OIF(4),
    RTA_PRIORITY(6),
    RTA_CACHEINFO(12),
    RTA_TABLE(15),
    RTA_PREF(20),
    FRA_SRC(2),
    FRA_IIFNAME(3),
    FRA_PRIORITY(6),
    FRA_FWMARK(10),
    FRA_SUPPRESS_PREFIXLEN(14),
    FRA_TABLE(15),
    FRA_FWMASK(16),
    FRA_PROTOCOL(21),
    FRA_IP_PROTO(22),
    FRA_SPORT_RANGE(23),
    NLMSGERR_ATTR_MSG(1);

    private final int number;

    Key(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
