// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.machine.Running;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When a program of ours is killed while a tunnel is up, nothing leaves beside the tunnel, and it comes back by
/// itself.
class CrashLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static Demo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = Demos.loggedIn();
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    @BeforeEach
    void connect_afterEveryProbeWasCounted() {
        Traffic.PROBES.forEach((what, command) -> {
            var sightings = demo.lab().sightings();
            demo.client().run("bash", "-c", command);
            assertThat(demo.lab().sightings().since(sightings).leaked())
                    .as(what)
                    .isPositive();
        });
        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
    }

    @AfterEach
    void disconnect() {
        demo.ginnel("disconnect").orThrow();
    }

    @Test
    void engineKilled_nothingLeaksAndTheTunnelComesBack() throws IOException {
        var sightings = demo.lab().sightings();
        try (var watch = watch();
                var _ = demo.client().machine().start(Traffic.stream(), Map.of())) {
            var before = since(watch.awaitLine(line -> isIn("connected", line), PATIENCE));
            killEngine();
            // That it was lost is not waited for: it may be back sooner than a watcher is told.
            watch.awaitLine(line -> isIn("connected", line) && !since(line).equals(before), PATIENCE);
        }
        assertLeavesFromGateway();
        assertThat(demo.lab().sightings().since(sightings).leaked()).isZero();
    }

    @Test
    void daemonKilled_nothingLeaksWhileItIsDead_andItResumes() throws IOException {
        var sightings = demo.lab().sightings();
        demo.daemon().kill();
        Traffic.send(demo.lab());
        assertThat(demo.lab().sightings().since(sightings).leaked()).isZero();

        resume();
        assertThat(demo.lab().sightings().since(sightings).leaked()).isZero();
    }

    @Test
    void daemonAndEngineKilled_nothingLeaksWithoutAnybodyWatching_andItResumes() throws IOException {
        var sightings = demo.lab().sightings();
        demo.daemon().kill();
        killEngine();
        Traffic.send(demo.lab());
        var since = demo.lab().sightings().since(sightings);
        assertThat(since.leaked()).isZero();

        resume();
        assertThat(demo.lab().sightings().since(sightings).leaked()).isZero();
    }

    private static void resume() throws IOException {
        try (var _ = demo.client().machine().start(Traffic.stream(), Map.of())) {
            demo.daemon().restart();
            awaitConnected();
        }
        assertLeavesFromGateway();
    }

    private static void assertLeavesFromGateway() throws IOException {
        var expected = demo.lab().gateway("gw1").addresses();
        assertThat(demo.client().exitSeenBy(Family.IPV4)).isEqualTo(expected.exit4());
        assertThat(demo.client().exitSeenBy(Family.IPV6)).isEqualTo(expected.exit6());
    }

    private static void awaitConnected() {
        try (var watch = watch()) {
            watch.awaitLine(line -> isIn("connected", line), PATIENCE);
        }
    }

    private static Running watch() {
        return demo.client()
                .machine()
                .start(
                        demo.programs().cli("status", "--watch", "--json"),
                        demo.daemon().environment());
    }

    /// Since when the state is what it is.
    private static String since(String line) {
        return line.replaceAll(".*\"since\": ?\"([^\"]*)\".*", "$1");
    }

    private static boolean isIn(String state, String line) {
        return line.replace(" ", "").contains("\"state\":\"" + state + "\"");
    }

    /// As `kill -9` of the client's `wireguard-go`; those of the gateways serve another device.
    private static void killEngine() {
        var engines = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(CrashLabTest::isEngine)
                        .isPresent())
                .toList();
        assertThat(engines).singleElement().satisfies(engine -> {
            assertThat(engine.destroyForcibly()).isTrue();
            assertThat(engine.onExit()).succeedsWithin(PATIENCE);
        });
    }

    private static boolean isEngine(String commandLine) {
        return commandLine.contains("wireguard-go") && commandLine.contains("ginnel0");
    }
}
