// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.watch.Sightings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What everybody relies on who tests on top of the lab, as long as no tunnel is up.
class TopologyLabTest {
    private static Lab lab;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.start(LabPlan.DEFAULT);
    }

    @AfterAll
    static void close() throws IOException {
        lab.close();
    }

    @Test
    void target_seesTheRouterOverIpv4AndTheClientItselfOverIpv6() throws IOException {
        assertThat(lab.client().exitSeenBy(Family.IPV4)).isEqualTo(Addresses.DIRECT4);
        assertThat(lab.client().exitSeenBy(Family.IPV6)).isEqualTo(Addresses.DIRECT6);
    }

    @Test
    void names_areAnsweredByTheHomeRouter() {
        assertThat(lab.client().lookUp(Addresses.WHO_NAME)).containsExactlyInAnyOrder(Addresses.HOME4, Addresses.HOME6);
        assertThat(lab.client().lookUp(Addresses.API_NAME)).containsExactlyInAnyOrder(Addresses.API4, Addresses.API6);
        assertThat(lab.client().lookUp("nowhere.test")).isEmpty();
        assertThat(lab.resolver("home").asked()).contains("nowhere.test");
        assertThat(lab.resolver("gw1").asked()).isEmpty();
    }

    @Test
    void sightings_countEveryKindOfPacketThatLeavesTheClient() throws IOException {
        var gateway = lab.gateway("gw1").addresses();
        assertThat(after(ping(Addresses.TARGET4)).clear()).isEqualTo(2);
        assertThat(after(ping(Addresses.TARGET6)).clear()).isEqualTo(2);
        assertThat(after(ping(Addresses.PRINTER4)))
                .satisfies(seen -> assertThat(seen.lan()).isEqualTo(2))
                .satisfies(seen -> assertThat(seen.leaked()).isZero());
        assertThat(after("getent", "ahosts", Addresses.WHO_NAME).dns()).isPositive();
        assertThat(after(udp(gateway.endpoint4(), 51_820)).tunnel()).isEqualTo(1);
        assertThat(after(udp(gateway.endpoint6(), 51_820)).tunnel()).isEqualTo(1);
        assertThat(after(udp(gateway.endpoint4(), 51_821)).clear()).isEqualTo(1);
        assertThat(after(udp("192.0.2.53", 53)).leaked()).isEqualTo(1);
        assertThat(after(tcp(gateway.endpoint4(), 51_820)).probe()).isEqualTo(1);
        assertThat(after(tcp(Addresses.API4, 443)).api()).isEqualTo(1);
    }

    private static String[] ping(String address) {
        return new String[] {"ping", "-c", "2", "-i", "0.1", address};
    }

    private static String[] udp(String address, int port) {
        return new String[] {"bash", "-c", "echo >/dev/udp/" + address + "/" + port};
    }

    private static String[] tcp(String address, int port) {
        return new String[] {"bash", "-c", ":>/dev/tcp/" + address + "/" + port};
    }

    private static Sightings after(String... command) {
        var before = lab.sightings();
        lab.client().run(command);
        return lab.sightings().since(before);
    }

    @Test
    void printer_answersOnTheClientsOwnNetwork() {
        assertThat(read(Addresses.PRINTER4)).isEqualTo("printer\n");
        assertThat(read(Addresses.PRINTER6)).isEqualTo("printer\n");
    }

    private static String read(String address) {
        return lab.client()
                .run("bash", "-c", "cat </dev/tcp/" + address + "/9100")
                .out();
    }

    @Test
    void offline_nothingGetsThroughUntilOnlineAgain() throws IOException {
        lab.online(false);
        assertThatThrownBy(() -> lab.client().exitSeenBy(Family.IPV4)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> lab.client().exitSeenBy(Family.IPV6)).isInstanceOf(IOException.class);
        lab.online(true);
        assertThat(lab.client().exitSeenBy(Family.IPV4)).isEqualTo(Addresses.DIRECT4);
    }

    @Test
    void snapshot_showsEveryKindOfChangeAndItsEnd() throws IOException {
        var changes = Map.of(
                "ip addr add 10.9.9.9/32 dev lo", "ip addr del 10.9.9.9/32 dev lo",
                "ip -6 route add unreachable 2001:db8:9::/64 table 9", "ip -6 route flush table 9",
                "ip -6 rule add fwmark 9 table 9", "ip -6 rule del fwmark 9 table 9",
                "nft add table inet nine", "nft delete table inet nine",
                "sysctl -qw net.ipv4.conf.all.src_valid_mark=1", "sysctl -qw net.ipv4.conf.all.src_valid_mark=0");
        var before = lab.client().snapshot();
        for (var change : changes.entrySet()) {
            lab.client().run(change.getKey().split(" ")).orThrow();
            assertThat(lab.client().snapshot()).as(change.getKey()).isNotEqualTo(before);
            lab.client().run(change.getValue().split(" ")).orThrow();
            assertThat(lab.client().snapshot()).as(change.getValue()).isEqualTo(before);
        }
    }

    @Test
    void resolvConf_ofTheClientCanBeReplacedByRenaming() throws IOException {
        var before = lab.client().snapshot();
        lab.client()
                .run(
                        "bash",
                        "-c",
                        "cp -p /etc/resolv.conf /etc/.old; echo nameserver 192.0.2.80 >/etc/.new; mv /etc/.new /etc/resolv.conf")
                .orThrow();
        assertThat(lab.client().lookUp(Addresses.WHO_NAME)).contains(Addresses.TARGET4);
        assertThat(lab.client().snapshot()).isNotEqualTo(before);
        var etc = lab.client().machine().etc();
        Files.move(etc.resolve(".old"), etc.resolve("resolv.conf"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(lab.client().snapshot()).isEqualTo(before);
    }

    @Test
    void run_ofAMachineIsItsOwn() {
        lab.client().run("touch", "/run/only-here").orThrow();
        assertThat(lab.client().machine().run().resolve("only-here")).exists();
        assertThat(lab.machine("gw1").run("ls", "/run/only-here").exit()).isNotZero();
        assertThat(lab.machine("gw1").run("ls", "/run/lab/client/run/only-here").exit())
                .isZero();
    }
}
