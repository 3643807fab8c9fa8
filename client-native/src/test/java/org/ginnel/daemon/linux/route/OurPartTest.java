// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.ginnel.daemon.linux.netlink.Change;
import org.ginnel.daemon.linux.netlink.Family;
import org.ginnel.daemon.linux.netlink.Link;
import org.ginnel.daemon.linux.netlink.LinkAddress;
import org.ginnel.daemon.linux.netlink.Route;
import org.ginnel.daemon.linux.netlink.Rule;
import org.ginnel.daemon.linux.netlink.Thing;
import org.ginnel.wireguard.IpNetwork;
import org.junit.jupiter.api.Test;

class OurPartTest {
    private static final Link DEVICE = new Link(7, "ginnel0", true);
    private static final IpNetwork ADDRESS = IpNetwork.parse("10.7.0.2").orElseThrow();

    @Test
    void whatIsOurs_isTouched_comingAndGoing() {
        for (var thing : List.<Thing>of(
                new Link(7, "renamed", false),
                new LinkAddress(7, ADDRESS),
                Route.through(26473, ADDRESS, 3),
                Rule.of(Family.IPV6, 20_030, Rule.Choice.EVERYBODY, 254))) {
            assertThat(isTouched(new Change.Seen(thing, true))).isTrue();
            assertThat(isTouched(new Change.Seen(thing, false))).isTrue();
        }
        assertThat(isTouched(new Change.Anything())).isTrue();
    }

    @Test
    void whatIsOfOthers_isNot() {
        for (var thing : List.<Thing>of(
                new Link(8, "ginnel0", true),
                new LinkAddress(8, ADDRESS),
                Route.through(254, ADDRESS, 7),
                Rule.of(Family.IPV4, 32_766, Rule.Choice.EVERYBODY, 26473))) {
            assertThat(isTouched(new Change.Seen(thing, true))).isFalse();
        }
    }

    private static boolean isTouched(Change change) {
        return OurPart.isTouchedBy(change, Set.of(DEVICE.index()));
    }
}
