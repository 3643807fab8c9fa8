// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ginnel.daemon.linux.Golden;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.wireguard.IpNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IpBatchTest {
    static final RoutePlan EVERYTHING = plan(List.of("10.7.0.2/24", "fd00:7::2/64"), List.of("0.0.0.0/0", "::/0"));
    static final RoutePlan IPV4_ONLY = plan(List.of("10.7.0.2/32"), List.of("0.0.0.0/0"));
    static final RoutePlan SOME = plan(List.of("10.7.0.2/24"), List.of("10.0.0.7/8", "10.0.0.0/8", "192.0.2.0/24"));

    @ParameterizedTest
    @EnumSource
    void everything_isPreparedAsTheGoldenSays(Family family) {
        Golden.assertGolden("linux/route/everything-" + name(family) + ".batch", prepared(EVERYTHING, family));
    }

    @ParameterizedTest
    @EnumSource
    void aFamilyThePeerDoesNotCarry_isUnreachable(Family family) {
        Golden.assertGolden("linux/route/ipv4-only-" + name(family) + ".batch", prepared(IPV4_ONLY, family));
    }

    @Test
    void aPartOfTheInternet_isRoutedAndTheRestUnreachable() {
        Golden.assertGolden("linux/route/some-ipv4.batch", prepared(SOME, Family.IPV4));
    }

    @Test
    void diverting_andRemoving_areTheSameForEveryPlan() {
        Golden.assertGolden("linux/route/divert.batch", IpBatch.divert());
        Golden.assertGolden("linux/route/remove.batch", IpBatch.remove());
    }

    @Test
    void aDeviceNameThatIsMoreThanAName_isRefused() {
        var hostile = new RoutePlan("ginnel0\nrule flush", EVERYTHING.addresses(), EVERYTHING.allowedIps());

        assertThatThrownBy(() -> IpBatch.routes(hostile, Family.IPV4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFamily_isNeverNamedInTheOthersBatch() {
        assertThat(prepared(EVERYTHING, Family.IPV4)).doesNotContain("::");
        assertThat(prepared(EVERYTHING, Family.IPV6)).doesNotContain("0.0.0.0");
    }

    private static String prepared(RoutePlan plan, Family family) {
        return IpBatch.routes(plan, family) + IpBatch.rulesFromTunnel(plan, family);
    }

    static RoutePlan plan(List<String> addresses, List<String> allowed) {
        return new RoutePlan("ginnel0", networks(addresses), networks(allowed));
    }

    private static List<IpNetwork> networks(List<String> texts) {
        return texts.stream().map(text -> IpNetwork.parse(text).orElseThrow()).toList();
    }

    private static String name(Family family) {
        return family == Family.IPV4 ? "ipv4" : "ipv6";
    }
}
