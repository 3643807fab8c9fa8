// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ginnel.daemon.Golden;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.linux.netlink.Family;
import org.ginnel.daemon.linux.netlink.MessageText;
import org.ginnel.daemon.linux.netlink.Routing;
import org.ginnel.daemon.linux.netlink.Rule;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.wireguard.IpNetwork;
import org.junit.jupiter.api.Test;

class TracesTest {
    static final RoutePlan EVERYTHING = plan(List.of("10.7.0.2/24", "fd00:7::2/64"), List.of("0.0.0.0/0", "::/0"));
    static final RoutePlan IPV4_ONLY = plan(List.of("10.7.0.2/32"), List.of("0.0.0.0/0"));
    static final RoutePlan SOME = plan(List.of("10.7.0.2/24"), List.of("10.0.0.7/8", "10.0.0.0/8", "192.0.2.0/24"));

    private static final List<Family> BOTH = List.of(Family.values());
    private static final int DEVICE = 7;

    @Test
    void everything_isPreparedAsTheGoldenSays() {
        Golden.assertGolden("linux/route/everything.messages", text(prepared(EVERYTHING, BOTH)));
    }

    @Test
    void aFamilyThePeerDoesNotCarry_isUnreachable() {
        Golden.assertGolden("linux/route/ipv4-only.messages", text(prepared(IPV4_ONLY, BOTH)));
    }

    @Test
    void aPartOfTheInternet_isRoutedAndTheRestUnreachable() {
        Golden.assertGolden("linux/route/some.messages", text(prepared(SOME, List.of(Family.IPV4))));
    }

    @Test
    void besideAnother_itComesSecond_andIsFoundByMarkAndPorts() {
        var beside = new RoutePlan(Lane.SECOND, EVERYTHING.addresses(), EVERYTHING.allowedIps());
        List<Routing> all = new ArrayList<>(Traces.beforeTheLinkIsUp(beside, BOTH, true));
        all.addAll(Traces.throughTheLink(beside, BOTH, DEVICE));
        Golden.assertGolden("linux/route/beside.messages", text(all));
        assertThat(all).allMatch(thing -> Traces.isOf(Lane.SECOND, thing) && !Traces.isOf(Lane.FIRST, thing));
    }

    @Test
    void diverting_isTheSameForEveryPlan() {
        Golden.assertGolden("linux/route/divert.messages", text(Traces.diversion(Lane.FIRST, BOTH)));
    }

    @Test
    void aMachineWithoutIpv6_hearsNothingOfIt() {
        var all = prepared(EVERYTHING, List.of(Family.IPV4));
        all.addAll(Traces.diversion(Lane.FIRST, List.of(Family.IPV4)));
        assertThat(all).isNotEmpty().allMatch(thing -> thing.family() == Family.IPV4);
    }

    @Test
    void whatIsPut_isKnownAsOurs_andNobodyElses() {
        assertThat(prepared(EVERYTHING, BOTH)).allMatch(Traces::areOurs);
        assertThat(Traces.diversion(Lane.FIRST, BOTH)).allMatch(Traces::areOurs);
        assertThat(Traces.areOurs(Rule.of(Family.IPV4, 32_766, Rule.Choice.EVERYBODY, 254)))
                .isFalse();
    }

    private static List<Routing> prepared(RoutePlan plan, List<Family> families) {
        List<Routing> all = new ArrayList<>(Traces.beforeTheLinkIsUp(plan, families, false));
        all.addAll(Traces.throughTheLink(plan, families, DEVICE));
        return all;
    }

    private static String text(List<Routing> things) {
        return MessageText.of(things.stream().map(Routing::put).toList());
    }

    static RoutePlan plan(List<String> addresses, List<String> allowed) {
        return new RoutePlan(Lane.FIRST, networks(addresses), networks(allowed));
    }

    private static List<IpNetwork> networks(List<String> texts) {
        return texts.stream().map(text -> IpNetwork.parse(text).orElseThrow()).toList();
    }
}
