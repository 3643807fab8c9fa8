// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.net.Addresses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Through which server the traffic of a connected user leaves, told by those who see it arrive.
class ConnectLabTest {
    private static Demo demo;
    private static String before;

    @BeforeAll
    static void start() throws IOException {
        demo = Demos.loggedIn();
        before = demo.client().snapshot();
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    @AfterEach
    void disconnect_leavesNothingBehind() throws IOException {
        demo.ginnel("disconnect").orThrow();
        assertThat(demo.client().snapshot()).isEqualTo(before);
        assertThat(demo.client().exitSeenBy(Family.IPV4)).isEqualTo(Addresses.DIRECT4);
        assertThat(demo.client().exitSeenBy(Family.IPV6)).isEqualTo(Addresses.DIRECT6);
    }

    /// Their configs are known from an earlier time, as they are to everybody but on the first day.
    @Test
    void whereTheNearestTwoAreDead_theThirdIsTriedBesideThem() throws IOException {
        for (var server : List.of("jp-tyo-1", "de-fra-1", "nl-ams-1")) {
            demo.ginnel("connect", server, "--wait").orThrow();
        }
        demo.ginnel("disconnect").orThrow();
        demo.ginnel("servers", "--measure").orThrow();
        demo.lab().link("gw1").hole(true);
        demo.lab().link("gw2").hole(true);
        try {
            var began = System.nanoTime();
            var connected = demo.ginnel("connect", "--fastest", "--wait").orThrow();

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofMillis(2500)); // `make bench` has the time
            assertThat(connected.out()).contains("Tokyo", "instead of Amsterdam");
            assertLeavesFrom("gw3");
        } finally {
            demo.lab().link("gw1").hole(false);
            demo.lab().link("gw2").hole(false);
        }
    }

    @Test
    void fastest_isTheNearestOfThreeAndCarriesBothFamiliesAndNames() throws IOException {
        var connected = demo.ginnel("connect", "--fastest", "--wait").orThrow();

        assertThat(connected.out()).contains("Amsterdam");
        assertThat(status()).contains("nl-ams-1", "latency");
        assertLeavesFrom("gw1");
        var toHome = demo.lab().resolver("home").asked().size();
        assertThat(demo.client().lookUp(Addresses.WHO_NAME))
                .contains(demo.lab().gateway("gw1").addresses().exit4());
        assertThat(demo.lab().resolver("gw1").asked()).contains(Addresses.WHO_NAME);
        assertThat(demo.lab()
                        .resolver("home")
                        .asked()
                        .subList(toHome, demo.lab().resolver("home").asked().size()))
                .doesNotContain(Addresses.WHO_NAME);
    }

    @Test
    void city_overridesTheFastest_andConnectWhileConnectedSwitchesWithoutALeak() throws IOException {
        demo.ginnel("connect", "Frankfurt", "--wait").orThrow();
        assertThat(status()).contains("de-fra-1", "\"user\"");
        assertLeavesFrom("gw2");

        var sightings = demo.lab().sightings();
        try (var _ = demo.client().machine().start(Traffic.stream(), Map.of())) {
            demo.ginnel("connect", "jp-tyo-1", "--wait").orThrow();
            Traffic.send(demo.lab());
        }
        assertThat(demo.lab().sightings().since(sightings).leaked()).isZero();
        assertThat(status()).contains("jp-tyo-1");
        assertLeavesFrom("gw3");
    }

    private static String status() {
        return demo.ginnel("status", "--json").orThrow().out();
    }

    private static void assertLeavesFrom(String gateway) throws IOException {
        var expected = demo.lab().gateway(gateway).addresses();
        var sightings = demo.lab().sightings();
        assertThat(demo.client().exitSeenBy(Family.IPV4)).isEqualTo(expected.exit4());
        assertThat(demo.client().exitSeenBy(Family.IPV6)).isEqualTo(expected.exit6());
        var since = demo.lab().sightings().since(sightings);
        assertThat(since.leaked()).isZero();
        assertThat(since.tunnel()).isPositive();
    }
}
