// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.gateway.Seen;
import org.ginnel.lab.operator.Operator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An operator that makes no devices is used by the legacy surface, from login to logout.
@Timeout(180)
class LegacyLabTest {
    private static Demo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = Demos.start(LabPlan.DEFAULT.legacy());
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    @Test
    void connectSwitchAndLogOut_byTheLegacySurface() throws IOException {
        var before = demo.client().snapshot();
        demo.ginnel("login", demo.operator().key("alice", "pro"), "--api", Operator.API)
                .orThrow();

        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
        assertLeavesFrom("gw1");
        assertThat(demo.ginnel("status", "--json").orThrow().out()).contains("\"post_quantum\" : false");
        assertThat(demo.ginnel("status").orThrow().out()).contains("not post-quantum; made");
        assertThat(demo.lab().gateway("gw1").peers())
                .singleElement()
                .satisfies(peer -> assertThat(peer.allowedIps()).contains("10.7.0.2/32"))
                .matches(Seen::hasHandshake);

        demo.ginnel("connect", "jp-tyo-1", "--wait").orThrow();
        assertLeavesFrom("gw3");

        demo.ginnel("logout").orThrow();
        assertThat(demo.lab().gateway("gw1").peers()).isEmpty();
        assertThat(demo.lab().gateway("gw3").peers()).isEmpty();
        assertThat(demo.client().snapshot()).isEqualTo(before);
    }

    private static void assertLeavesFrom(String gateway) throws IOException {
        var expected = demo.lab().gateway(gateway).addresses();
        assertThat(demo.client().exitSeenBy(Family.IPV4)).isEqualTo(expected.exit4());
        assertThat(demo.client().exitSeenBy(Family.IPV6)).isEqualTo(expected.exit6());
    }
}
