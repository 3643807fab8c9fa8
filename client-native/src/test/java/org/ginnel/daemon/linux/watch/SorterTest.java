// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.linux.netlink.Change;
import org.ginnel.daemon.linux.netlink.Family;
import org.ginnel.daemon.linux.netlink.Link;
import org.ginnel.daemon.linux.netlink.LinkAddress;
import org.ginnel.daemon.linux.netlink.Route;
import org.ginnel.daemon.linux.netlink.Rule;
import org.ginnel.daemon.linux.netlink.Thing;
import org.ginnel.daemon.port.SystemWatch;
import org.ginnel.wireguard.IpNetwork;
import org.junit.jupiter.api.Test;

class SorterTest {
    private static final Link TUNNEL = new Link(7, "ginnel0", true);
    private static final int MAIN = 254;

    private final Sorter sorter = new Sorter(Set.of("ginnel0", "ginnel1"));

    @Test
    void ourTableOurRulesOurDevice_areProtection() {
        assertThat(sorter.sort(came(TUNNEL))).containsExactly(SystemWatch.Change.PROTECTION);
        assertThat(sorter.sort(gone(Rule.of(Family.IPV4, LinuxNames.RULE_UNMARKED, Rule.Choice.EVERYBODY, MAIN))))
                .containsExactly(SystemWatch.Change.PROTECTION);
        assertThat(sorter.sort(gone(Route.through(LinuxNames.table(Lane.FIRST), network("0.0.0.0/0"), 7))))
                .containsExactly(SystemWatch.Change.PROTECTION);
        assertThat(sorter.sort(gone(new LinkAddress(7, network("10.7.0.2/32")))))
                .containsExactly(SystemWatch.Change.PROTECTION);
        assertThat(sorter.sort(gone(TUNNEL))).containsExactly(SystemWatch.Change.PROTECTION);
    }

    @Test
    void anotherAddressOrDefaultRoute_isAnotherNetwork() {
        assertThat(sorter.sort(came(new LinkAddress(2, network("192.168.1.5/24")))))
                .containsExactly(SystemWatch.Change.NETWORK);
        assertThat(sorter.sort(came(Route.through(MAIN, network("0.0.0.0/0"), 2))))
                .containsExactly(SystemWatch.Change.NETWORK);
        assertThat(sorter.sort(gone(Route.through(MAIN, network("0.0.0.0/0"), 2))))
                .containsExactly(SystemWatch.Change.NETWORK);
    }

    @Test
    void whatIsToldAgain_isNoNews() {
        var address = new LinkAddress(2, network("2001:db8::5/64"));
        assertThat(sorter.sort(came(address))).isNotEmpty();
        assertThat(sorter.sort(came(address))).isEmpty();
        assertThat(sorter.sort(gone(address))).isNotEmpty();
        assertThat(sorter.sort(came(address))).isNotEmpty();
    }

    @Test
    void rulesAndRoutesOfOthers_areTheirBusiness() {
        assertThat(sorter.sort(came(Rule.of(Family.IPV6, 100, Rule.Choice.EVERYBODY, MAIN))))
                .isEmpty();
        assertThat(sorter.sort(came(Route.through(MAIN, network("10.0.0.0/8"), 2))))
                .isEmpty();
    }

    @Test
    void whenTooMuchChanged_everythingMayHave() {
        assertThat(sorter.sort(new Change.Anything()))
                .containsExactlyInAnyOrder(SystemWatch.Change.PROTECTION, SystemWatch.Change.NETWORK);
    }

    private static Change came(Thing thing) {
        return new Change.Seen(thing, false);
    }

    private static Change gone(Thing thing) {
        return new Change.Seen(thing, true);
    }

    private static IpNetwork network(String text) {
        return IpNetwork.parse(text).orElseThrow();
    }
}
