// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ginnel.devkit.Golden;
import org.ginnel.lab.net.Addresses.OfGateway;
import org.junit.jupiter.api.Test;

class WiringTest {
    private static final OfGateway GW1 = new OfGateway(1);
    private static final OfGateway GW2 = new OfGateway(2);

    @Test
    void everyMachine_isWiredAsReviewed() {
        Golden.check("net/internet.ip", Wiring.internet(List.of(GW1, GW2)));
        Golden.check("net/home.ip", Wiring.home());
        Golden.check("net/client.ip", Wiring.client());
        Golden.check("net/target.ip", Wiring.target());
        Golden.check("net/api.ip", Wiring.api());
        Golden.check("net/gw2.ip", Wiring.gateway(GW2));
        Golden.check("net/gw2-rules.ip6", Wiring.gatewayRules6(GW2));
    }

    @Test
    void rules_areAsReviewed() {
        Golden.check("net/home.nft", Rules.home(List.of(GW1, GW2)));
        Golden.check("net/gateway.nft", Rules.gateway("wg0"));
        Golden.check("net/offline.nft", Rules.OFFLINE);
    }

    @Test
    void gateways_shareNoAddress() {
        var addresses = IntStream.rangeClosed(1, 62)
                .mapToObj(OfGateway::new)
                .flatMap(gw -> Stream.of(
                        gw.endpoint4(),
                        gw.endpoint6(),
                        gw.exit4(),
                        gw.exit6(),
                        gw.router4(),
                        gw.router6(),
                        gw.exitRouter4(),
                        gw.exitRouter6()))
                .toList();
        assertThat(new HashSet<>(addresses)).hasSameSizeAs(addresses);
        assertThatThrownBy(() -> new OfGateway(63)).isInstanceOf(IllegalArgumentException.class);
    }
}
