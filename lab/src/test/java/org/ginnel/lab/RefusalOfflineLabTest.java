// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.machine.Finished;
import org.ginnel.lab.machine.Running;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.operator.Operator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The line to the internet dies without a word: no answer, no refusal, no device that goes down. People are
/// told so in time, nothing leaks, nothing is lost, and what failed works again when the line does. The daemon
/// is asked as after a boot, without connections that it kept from before.
@Tag(LabTests.LONG)
class RefusalOfflineLabTest {
    /// Long enough for a name that nobody answers on a busy machine, short enough for somebody who waits.
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static Demo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = Demos.start(LabPlan.DEFAULT);
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    @AfterEach
    void everythingAgain() {
        demo.lab().online(true);
        demo.ginnel("disconnect").orThrow();
        demo.ginnel("logout").orThrow();
    }

    private static void boot() throws IOException {
        demo.daemon().stop();
        demo.daemon().restart();
    }

    @Test
    void login_saysOffline_andWorksWhenTheLineDoes() throws IOException {
        boot();
        var before = demo.client().snapshot();
        demo.lab().online(false);
        assertSaysOffline(RefusalOfflineLabTest::login);
        assertThat(demo.client().snapshot()).isEqualTo(before);

        demo.lab().online(true);
        login().orThrow();
    }

    @Test
    void connect_saysOffline_andWorksWhenTheLineDoes() throws IOException {
        login().orThrow();
        boot();
        var before = demo.client().snapshot();
        demo.lab().online(false);
        assertSaysOffline(RefusalOfflineLabTest::connect);
        assertThat(demo.client().snapshot()).isEqualTo(before);
        assertThat(demo.ginnel("status").orThrow().out()).contains("api.ginnel.test");

        demo.lab().online(true);
        assertThat(demo.client().exitSeenBy(Family.IPV4)).isEqualTo(Addresses.DIRECT4);
        connect().orThrow();
        assertThat(demo.client().exitSeenBy(Family.IPV4))
                .isEqualTo(demo.lab().gateway("gw1").addresses().exit4());
    }

    @Test
    void tunnel_isShownAsLost_leaksNothing_andComesBackByItself() throws IOException {
        login().orThrow();
        var before = demo.client().snapshot();
        connect().orThrow();
        var sightings = demo.lab().sightings();
        try (var watch = watch();
                var _ = demo.client().machine().start(Traffic.stream(), Map.of())) {
            watch.awaitLine(line -> isIn("connected", line), PATIENCE);
            demo.lab().online(false);
            watch.awaitLine(line -> isIn("reconnecting", line) || isIn("blocked", line), PATIENCE);
            demo.lab().online(true);
        }
        try (var watch = watch()) {
            watch.awaitLine(line -> isIn("connected", line), PATIENCE);
        }
        assertThat(demo.client().exitSeenBy(Family.IPV6))
                .isEqualTo(demo.lab().gateway("gw1").addresses().exit6());
        assertThat(demo.lab().sightings().since(sightings).leaked()).isZero();

        demo.ginnel("disconnect").orThrow();
        assertThat(demo.client().snapshot()).isEqualTo(before);
    }

    private static Finished login() {
        return demo.ginnel("login", demo.operator().key("alice", "pro"), "--api", Operator.API);
    }

    private static Finished connect() {
        return demo.ginnel("connect", "nl-ams-1", "--wait");
    }

    private static void assertSaysOffline(Supplier<Finished> asked) {
        var began = System.nanoTime();
        var finished = asked.get();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LIMIT);
        assertThat(finished.exit()).as(finished.err()).isEqualTo(6);
        assertThat(finished.err()).contains("this computer is offline", "Next:").doesNotContain("Exception", "\tat ");
    }

    private static Running watch() {
        return demo.client()
                .machine()
                .start(
                        demo.programs().cli("status", "--watch", "--json"),
                        demo.daemon().environment());
    }

    private static boolean isIn(String state, String line) {
        return line.replace(" ", "").contains("\"state\":\"" + state + "\"");
    }
}
