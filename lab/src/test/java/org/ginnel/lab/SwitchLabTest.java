// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.echo.EchoConnection;
import org.ginnel.lab.leak.subject.Configs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a program notices when the user takes another server while connected: nothing.
@Tag(LabTests.ALONE)
class SwitchLabTest {
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

    @BeforeEach
    void connect() {
        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
    }

    @AfterEach
    void disconnect_leavesNothingBehind() throws IOException {
        demo.ginnel("disconnect").orThrow();
        assertThat(demo.client().snapshot()).isEqualTo(before);
    }

    @Test
    void aStreamOfBothFamilies_losesNothing_andNothingLeaks() throws IOException {
        var sightings = demo.lab().sightings();
        Undisturbed.losesNothing(demo, this::connect, () -> {
            for (var server : List.of("de-fra-1", "nl-ams-1", "de-fra-1")) {
                demo.ginnel("connect", server, "--wait").orThrow();
            }
        });
        assertThat(demo.lab().sightings().since(sightings).leaked()).isZero();
    }

    @Test
    void aConnectionThatIsOpen_goesOnWhereItBegan_andNewOnesLeaveFromTheNewServer() throws IOException {
        for (var family : Family.values()) {
            try (var connection = EchoConnection.open(demo.client().machine(), family)) {
                connection.ask();
                demo.ginnel("connect", "de-fra-1", "--wait").orThrow();
                for (var i = 0; i < 100; i++) {
                    connection.ask();
                }
                var gateway = demo.lab().gateway("gw2").addresses();
                var exit = family == Family.IPV4 ? gateway.exit4() : gateway.exit6();
                assertThat(demo.client().exitSeenBy(family)).isEqualTo(exit);
                connection.ask();
            }
            demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
        }
    }

    @Test
    void connectionsThatAreOpen_goOn_howeverManyServersAreTried_andWhenTheUserGoesBack() throws IOException {
        var sightings = demo.lab().sightings();
        try (var first = EchoConnection.open(demo.client().machine(), Family.IPV4)) {
            demo.ginnel("connect", "de-fra-1", "--wait").orThrow();
            try (var second = EchoConnection.open(demo.client().machine(), Family.IPV6)) {
                demo.ginnel("connect", "jp-tyo-1", "--wait").orThrow();
                try (var third = EchoConnection.open(demo.client().machine(), Family.IPV4)) {
                    demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
                    for (var i = 0; i < 20; i++) {
                        first.ask();
                        second.ask();
                        third.ask();
                    }
                    assertThat(demo.client().exitSeenBy(Family.IPV4))
                            .isEqualTo(demo.lab().gateway("gw1").addresses().exit4());
                    assertThat(demo.client().devices()).contains("ginnel0", "ginnel1", "ginnel2");
                    demo.ginnel("connect", "de-fra-1", "--wait").orThrow();
                    first.ask();
                    second.ask();
                    third.ask();
                }
            }
        }
        assertThat(demo.lab().sightings().since(sightings).leaked()).isZero();
    }

    @Test
    void aServerOfTheUsersOwn_whoseResolverDoesNotAnswer_isSwitchedTo() throws IOException {
        var configs = new Configs(demo.lab(), "home", "DNS = 192.0.2.1");
        demo.operator().befriend("gw2", configs.publicKey());
        demo.ginnel("servers", "add", configs.of("gw2").toString()).orThrow();
        try (var connection = EchoConnection.open(demo.client().machine(), Family.IPV4)) {
            demo.ginnel("connect", "home", "--wait").orThrow();
            connection.ask();
            assertThat(demo.client().exitSeenBy(Family.IPV4))
                    .isEqualTo(demo.lab().gateway("gw2").addresses().exit4());
            assertThat(demo.client().devices()).contains("ginnel0", "ginnel1");
        }
    }

    @Test
    void aServerThatDoesNotAnswer_changesNothing() throws IOException {
        demo.lab().gateway("gw2").crash();
        try (var connection = EchoConnection.open(demo.client().machine(), Family.IPV4)) {
            var refused = demo.ginnel("connect", "de-fra-1", "--wait");
            assertThat(refused.exit()).isNotZero();
            assertThat(refused.err()).contains("still connected to Amsterdam");
            connection.ask();
            assertThat(demo.client().exitSeenBy(Family.IPV4))
                    .isEqualTo(demo.lab().gateway("gw1").addresses().exit4());
            assertThat(demo.client().devices()).contains("ginnel0").doesNotContain("ginnel1");
        } finally {
            demo.lab().gateway("gw2").recover();
        }
    }
}
