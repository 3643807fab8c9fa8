// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.machine.Finished;
import org.ginnel.lab.machine.Running;
import org.ginnel.lab.watch.Sightings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Lockdown, pause, and what another program changes: counted at the router.
@Timeout(180)
@Tag(LabTests.LONG)
class ModesLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String FLUSH = "nft flush ruleset";

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
    void open() throws IOException {
        demo.ginnel("settings", "lockdown", "off").orThrow();
        demo.ginnel("disconnect").orThrow();
        assertThat(demo.client().snapshot()).isEqualTo(before);
        assertThat(leakedBy(() -> Traffic.send(demo.lab()))).isPositive();
    }

    @Test
    void lockdown_letsNothingOutWithoutATunnel_norWhenTheDaemonDiesOrTheMachineBoots() throws IOException {
        demo.ginnel("settings", "lockdown", "on").orThrow();
        assertThat(leakedBy(() -> Traffic.send(demo.lab()))).isZero();

        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
        demo.ginnel("disconnect").orThrow();
        assertThat(leakedBy(() -> Traffic.send(demo.lab()))).isZero();

        demo.daemon().kill();
        assertThat(leakedBy(() -> Traffic.send(demo.lab()))).isZero();

        run(FLUSH);
        ginneld("--lock").orThrow();
        assertThat(leakedBy(() -> Traffic.send(demo.lab()))).isZero();

        demo.daemon().restart();
        assertThat(leakedBy(() -> Traffic.send(demo.lab()))).isZero();
        assertThat(demo.ginnel("status").orThrow().out()).contains("nothing leaves this computer");
    }

    @Test
    void lockdown_connectsByItself_withTheOperatorReachable() throws IOException {
        demo.ginnel("settings", "lockdown", "on").orThrow();

        demo.ginnel("connect", "de-fra-1", "--wait").orThrow();

        assertThat(demo.client().exitSeenBy(Family.IPV4))
                .isEqualTo(demo.lab().gateway("gw2").addresses().exit4());
    }

    @Test
    void pause_opens_andTheSameTunnelComesBackByItself() throws IOException {
        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
        var exit = demo.client().exitSeenBy(Family.IPV4);
        try (var watch = watch()) {
            demo.ginnel("pause", "2s").orThrow();
            assertThat(demo.client().exitSeenBy(Family.IPV4)).isNotEqualTo(exit);
            watch.awaitLine(line -> isIn("paused", line), PATIENCE);
            watch.awaitLine(line -> isIn("connected", line), PATIENCE);
        }
        assertThat(demo.client().exitSeenBy(Family.IPV4)).isEqualTo(exit);
        assertThat(leakedBy(() -> Traffic.send(demo.lab()))).isZero();
    }

    /// The second that it may take is the leak suite's to count (`docs/leaks.md`): here other labs run beside this one,
    /// and what is waited for went through a command line.
    @Test
    void whatAnotherProgramRemoves_isBackSoon_andTheUserIsTold() throws IOException {
        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
        for (var change : List.of(
                FLUSH,
                "nft delete table inet ginnel",
                "nft flush chain inet ginnel output",
                "ip rule del priority 20030",
                "ip -6 rule del priority 20030",
                "ip route flush table 26473",
                "ip -6 route flush table 26473")) {
            var firewall = run("nft -s list ruleset");
            var times = disturbances();
            try (var watch = watch()) {
                run(change);
                watch.awaitLine(line -> times(line) > times, SOON);
            }
            assertThat(run("nft -s list ruleset")).as(change).isEqualTo(firewall);
            assertThat(run("ip rule") + run("ip -6 rule")).as(change).contains("fwmark 0x67696e6e");
            assertThat(leakedBy(() -> Traffic.send(demo.lab()))).as(change).isZero();
        }
        assertThat(demo.ginnel("doctor").out()).contains("another program changed our");
    }

    @Test
    void overwrittenResolvers_areSetAgain() throws IOException {
        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
        var times = disturbances();
        try (var watch = watch()) {
            Files.writeString(Path.of("/run/lab/client/etc/resolv.conf"), "nameserver 192.168.50.1\n");
            watch.awaitLine(line -> times(line) > times, PATIENCE);
        }
        assertThat(Files.readString(Path.of("/run/lab/client/etc/resolv.conf"))).contains("10.7.0.1");
    }

    @Test
    void release_afterACrash_leavesTheMachineAsItWas() throws IOException {
        demo.ginnel("settings", "lockdown", "on").orThrow();
        demo.ginnel("connect", "nl-ams-1", "--wait").orThrow();
        assertThat(ginneld("--release").exit()).as("while it runs").isEqualTo(1);
        demo.daemon().kill();

        ginneld("--release").orThrow();

        assertThat(demo.client().snapshot()).isEqualTo(before);
        demo.daemon().restart();
        assertThat(demo.ginnel("status").orThrow().out()).startsWith("Disconnected");
    }

    private static Finished ginneld(String task) {
        return demo.client()
                .machine()
                .run(demo.programs().daemon(task), demo.daemon().environment(), PATIENCE);
    }

    private static String run(String command) {
        return demo.client().run(command.split(" ", -1)).orThrow().out();
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

    private static int disturbances() {
        return times(demo.ginnel("status", "--json").orThrow().out().replaceAll("\\s", ""));
    }

    /// How often others have disturbed us, as a status tells it.
    private static int times(String status) {
        var found = Pattern.compile("\"times\":\\s*(\\d+)").matcher(status);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static long leakedBy(Runnable traffic) throws IOException {
        Sightings earlier = demo.lab().sightings();
        traffic.run();
        return demo.lab().sightings().since(earlier).leaked();
    }
}
