// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.demo.Orders;
import org.ginnel.lab.machine.Finished;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.operator.Operator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The demo holds what it promises: everything of ours, real, in one network.
class DemoLabTest {
    private static Demo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = Demos.start(LabPlan.DEFAULT);
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    @Test
    void demoKey_leadsThroughTheNearestGatewayAndBack() throws IOException {
        login().orThrow();
        var before = demo.client().snapshot();
        demo.ginnel("connect", "--fastest", "--wait").orThrow();

        var nearest = demo.lab().gateway("gw1").addresses();
        var sightings = demo.lab().sightings();
        assertThat(demo.client().exitSeenBy(Family.IPV4)).isEqualTo(nearest.exit4());
        assertThat(demo.client().exitSeenBy(Family.IPV6)).isEqualTo(nearest.exit6());
        assertThat(demo.client().lookUp(Addresses.WHO_NAME)).contains(nearest.exit4());
        var since = demo.lab().sightings().since(sightings);
        assertThat(since.leaked()).isZero();
        assertThat(since.tunnel()).isPositive();

        demo.ginnel("disconnect").orThrow();
        assertThat(demo.client().exitSeenBy(Family.IPV4)).isEqualTo(Addresses.DIRECT4);
        assertThat(demo.client().snapshot()).isEqualTo(before);
    }

    @Test
    void daemon_canBeKilledAndStartedAgain() throws IOException {
        demo.daemon().kill();
        assertThat(demo.ginnel("status").exit()).isNotZero();
        demo.daemon().restart();
        demo.ginnel("status").orThrow();
        assertThat(demo.daemon().process().isAlive()).isTrue();
    }

    @Test
    void orders_breakTheApiAndTheDaemon_andMendThem() {
        var orders = new Orders(demo);
        orders.obey("api html");
        assertThat(login().err()).contains("502");
        orders.obey("api off");
        assertThat(login().exit()).isEqualTo(6);
        orders.obey("api on");
        login().orThrow();
        orders.obey("daemon off");
        assertThat(demo.ginnel("status").exit()).isNotZero();
        orders.obey("daemon on");
        demo.ginnel("status").orThrow();
    }

    @Test
    void orders_thatNobodyUnderstands_areRefusedWithWhatCanBeSaid() {
        var orders = new Orders(demo);
        assertThatThrownBy(() -> orders.obey("api perhaps"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("perhaps");
        login().orThrow();
        assertThatThrownBy(() -> orders.obey("dance")).hasMessageContaining("api on|off|html");
    }

    private static Finished login() {
        return demo.ginnel("login", demo.operator().key("demo", "pro"), "--api", Operator.API);
    }

    @Test
    void orders_changeTheWeather() {
        var orders = new Orders(demo);
        orders.obey("rtt gw3 300");
        assertThat(demo.lab().link("gw3").conditions().oneWay()).isEqualTo(Duration.ofMillis(150));
        orders.obey("hole gw3 on");
        assertThat(demo.lab().link("gw3").conditions().hole()).isTrue();
        orders.obey("hole gw3 off");
        orders.obey("rtt gw3 120");
    }
}
