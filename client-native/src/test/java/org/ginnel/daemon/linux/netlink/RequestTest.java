// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.ginnel.daemon.Golden;
import org.ginnel.wireguard.IpNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestTest {
    @Test
    void linkRequests_areTheirGolden() {
        Golden.assertGolden(
                "linux/netlink/link.messages",
                MessageText.of(List.of(
                        Link.find("ginnel0"),
                        Link.add("ginnel0", "wireguard"),
                        Link.withoutOwnAddress(7),
                        Link.raise(7, 1420),
                        Link.delete("ginnel0"))));
    }

    @Test
    void lists_areTheirGolden() {
        Golden.assertGolden(
                "linux/netlink/lists.messages",
                MessageText.of(
                        List.of(Rule.list(Family.IPV4), Rule.list(Family.IPV6), Route.list(Family.IPV6, 26473))));
    }

    @Test
    void aName_thatIsMoreThanAName_isRefused() {
        assertThatThrownBy(() -> Link.delete("a/b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Link.find("sixteen-letters-")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPut_isReadAsTheSame(Family family) {
        var network = new IpNetwork(family.everything().address(), 0);
        for (var thing : List.of(
                Route.through(26473, network, 7),
                Route.unreachable(26473, network, 20_000),
                Rule.of(family, 20_005, Rule.Choice.madeAndMarked(7), 26473),
                Rule.of(family, 20_007, Rule.Choice.madeAndFrom(new Ports(1, 65_535)), 26473),
                Rule.of(family, 20_010, Rule.Choice.from(host(family)), 26473),
                Rule.of(family, 20_020, Rule.Choice.EVERYBODY, 254).moreSpecificThan(0),
                Rule.of(family, 20_030, Rule.Choice.unmarked(0x67696e6e), 26473))) {
            assertThat(toldBack(thing.put()).thing()).isEqualTo(thing);
        }
        var address = new LinkAddress(7, host(family));
        assertThat(toldBack(address.add()).thing()).isEqualTo(address);
    }

    @Test
    void whatWasTold_isDeletedInItsOwnWords() {
        var told = toldBack(Rule.of(Family.IPV4, 20_020, Rule.Choice.EVERYBODY, 254)
                .moreSpecificThan(0)
                .put());
        var delete = told.delete();
        assertThat(delete.verb()).isEqualTo(Verb.DELETE_RULE);
        assertThat(toldBack(delete)).isEqualTo(new Told(told.thing(), true, told.echo()));
    }

    private static IpNetwork host(Family family) {
        return IpNetwork.parse(family == Family.IPV4 ? "10.7.0.2/32" : "::ffff:10.7.0.2/128")
                .orElseThrow();
    }

    private static Told toldBack(Request request) {
        var out = ByteBuffer.allocate(request.bytes()).order(ByteOrder.nativeOrder());
        request.put(out, 1);
        assertThat(out.hasRemaining()).isFalse();
        var messages = Message.readAll(out.flip()).orElseThrow();
        assertThat(messages).hasSize(1);
        return Told.read(messages.getFirst()).orElseThrow();
    }
}
