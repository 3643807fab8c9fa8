// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.echo.EchoConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Another key under a tunnel that stands, by `/api/v1`: counted to the millisecond, so by itself.
@Tag(LabTests.ALONE)
@Timeout(180)
class KeysLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Demo demo;
    private static DeviceView device;

    @BeforeAll
    static void start() throws IOException {
        demo = Demos.loggedIn();
        device = new DeviceView(demo);
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    @Test
    void aKeyThatIsChangedUnderATunnel_isReplacedBesideIt_andNoProgramNotices() throws IOException {
        var sightings = demo.lab().sightings();
        Undisturbed.losesNothing(demo, KeysLabTest::connectAnew, KeysLabTest::changeTheKeys);
        assertThat(demo.lab().sightings().since(sightings).leaked()).isZero();
    }

    private static void connectAnew() {
        demo.ginnel("disconnect").orThrow();
        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
    }

    private static void changeTheKeys() throws IOException {
        var old = device.key();
        var since = device.status().path("tunnel").path("since").textValue();
        try (var connection = EchoConnection.open(demo.client().machine(), Family.IPV4)) {
            connection.ask();
            demo.ginnel("settings", "keys", "now").orThrow();
            demo.daemon().process().awaitErrorLine(line -> line.contains("Switching on Proven -> Connected"), PATIENCE);
            for (var i = 0; i < 100; i++) {
                connection.ask();
            }

            assertThat(device.key()).isNotEqualTo(old);
            assertThat(device.peer("gw1").hasHandshake()).isTrue();
            assertThat(device.onClient("ginnel1").presharedKey())
                    .isPresent()
                    .isEqualTo(device.secrets("gw1").get(device.key()));
            assertThat(device.status().path("tunnel").path("since").textValue()).isEqualTo(since);
            device.assertLeavesFrom("gw1");
            connection.ask();
        }
    }
}
