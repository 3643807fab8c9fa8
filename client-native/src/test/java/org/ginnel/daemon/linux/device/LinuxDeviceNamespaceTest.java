// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.firewall.FirewallPolicy.Closed;
import org.ginnel.daemon.firewall.FirewallPolicy.Open;
import org.ginnel.daemon.linux.FarSide;
import org.ginnel.daemon.linux.Ipv6;
import org.ginnel.daemon.linux.Tools;
import org.ginnel.daemon.linux.firewall.NftFirewall;
import org.ginnel.daemon.linux.netlink.KernelNetwork;
import org.ginnel.daemon.port.Plans;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.port.TunnelDeviceContract;
import org.ginnel.daemon.process.SystemChildren;
import org.ginnel.daemon.process.SystemCommands;
import org.ginnel.tunnel.ErrorCause.EngineMissing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `wireguard-go` for real, with a peer across a cable that is `wireguard-go` as well.
@Timeout(30)
class LinuxDeviceNamespaceTest extends TunnelDeviceContract {
    private static final Path SOCKETS = Path.of("/var/run/wireguard");
    private static final InetSocketAddress ENDPOINT =
            new InetSocketAddress(InetAddress.ofLiteral("192.168.77.1"), 51820);

    private final Tools tools = Tools.inNamespaceWithTun();
    private final FarSide far = FarSide.connect(tools);

    @TempDir
    private Path state = Path.of("unset");

    private Optional<LinuxDevice> device = Optional.empty();

    @BeforeEach
    void openDevice() {
        device = Optional.of(earlierDaemon());
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        Peer.stop();
        assertThat(device().stop()).isEmpty();
        assertThat(tools.run("ip -br link")).doesNotContain(Plans.DEVICE);
        assertThat(enginesOf(Plans.DEVICE)).isZero();
        assertThat(SOCKETS.resolve(Plans.DEVICE + ".sock")).doesNotExist();
        far.close();
    }

    @Override
    protected TunnelDevice device() {
        return device.orElseThrow();
    }

    @Override
    protected DevicePlan plan() {
        return Plans.device(ENDPOINT);
    }

    @Override
    protected void lose() {
        ProcessHandle.allProcesses()
                .filter(process -> isEngineOf(process, Plans.DEVICE))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void start_interfaceHasAddressesMtuAndNoRouteOfItsOwn() {
        var routes = tools.run("ip route show table main") + tools.run("ip -6 route show table main");
        assertThat(device().start(plan(), () -> {})).isEmpty();
        var shown = tools.run("ip address show dev " + Plans.DEVICE);
        assertThat(shown).contains("mtu 1420", "UP", "inet 10.7.0.2/32", "inet6 fddd:2c4:2c4:2c4::2/128");
        var now = tools.run("ip route show table main") + tools.run("ip -6 route show table main");
        assertThat(now.lines().filter(line -> !line.startsWith("fddd:2c4:2c4:2c4::2 dev")))
                .containsExactlyElementsOf(routes.lines().toList());
    }

    @Test
    void start_shakesHandsByItselfWithMarkedPackets() {
        Peer.start(tools, far);
        var firewall = new NftFirewall(tools.commands(), 0, Path.of("/nonexistent"));
        assertThat(firewall.apply(new Closed(Set.of(ENDPOINT), Set.of(), List.of(), false)))
                .isEmpty();
        assertThat(device().start(plan(), () -> {})).isEmpty();
        var status = awaitHandshake(Duration.ofSeconds(3));
        assertThat(status.txBytes()).isPositive();
        assertThat(status.rxBytes()).isPositive();
        assertThat(firewall.apply(new Open())).isEmpty();
    }

    @Test
    void retryHandshake_peerThatCameLate_isReachedLongBeforeFiveSeconds() {
        assertThat(device().start(plan(), () -> {})).isEmpty();
        Peer.start(tools, far);
        var before = System.nanoTime();
        assertThat(device().retryHandshake(plan())).isEmpty();
        awaitHandshake(Duration.ofSeconds(2));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void interfaceDeleted_isToldAsLost() throws InterruptedException {
        var told = new CountDownLatch(1);
        assertThat(device().start(plan(), told::countDown)).isEmpty();
        tools.run("ip link delete dev " + Plans.DEVICE);
        assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void stop_whatAKilledDaemonLeft_isRemovedSoon() {
        assertThat(earlierDaemon().start(plan(), () -> {})).isEmpty();
        assertThat(enginesOf(Plans.DEVICE)).isOne();
        var before = System.nanoTime();
        assertThat(device().stop()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        assertThat(enginesOf(Plans.DEVICE)).isZero();
    }

    @Test
    void start_besideWhatAKilledDaemonLeft_replacesIt() throws IOException {
        assertThat(earlierDaemon().start(plan(), () -> {})).isEmpty();
        Files.delete(state.resolve("device-ginnel0"));
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(enginesOf(Plans.DEVICE)).isOne();
        assertThat(device().status()).isPresent();
    }

    @Test
    void start_nameTakenByAnotherInterface_isReplaced() {
        tools.run("ip link add " + Plans.DEVICE + " type veth peer name other");
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(tools.run("ip link show dev " + Plans.DEVICE)).doesNotContain("other");
    }

    /// Which needs an engine that was used before, and one that is ready.
    private void begin() {
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(device().stop()).isEmpty();
        device().expect();
        while (enginesOf(Plans.DEVICE) == 0) {
            device().begin();
        }
        while (!tools.run("ip -br link").contains(Plans.DEVICE)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void begin_makesAnInterfaceThatNothingPasses() {
        begin();
        assertThat(tools.run("ip link show dev " + Plans.DEVICE)).doesNotContain(",UP");
        assertThat(tools.run("ip address show dev " + Plans.DEVICE)).doesNotContain("inet");
        assertThat(tools.run("wg show " + Plans.DEVICE)).doesNotContain("key", "peer");
        assertThat(device().passed()).isEmpty();
    }

    @Test
    void begin_whatBeganIsWhatStarts() {
        begin();
        var begun = engine();
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(engine()).isEqualTo(begun);
        assertThat(device().status()).isPresent();
    }

    @Test
    void begin_andKilled_startsWithAnother() {
        begin();
        lose();
        assertThat(device().start(plan(), () -> {})).isEmpty();
        assertThat(device().status()).isPresent();
    }

    @Test
    void begin_byADaemonThatWasKilled_isRemovedByTheNext() {
        begin();
        device = Optional.of(earlierDaemon());
        assertThat(device().stop()).isEmpty();
        assertThat(enginesOf(Plans.DEVICE)).isZero();
    }

    private static long engine() {
        return ProcessHandle.allProcesses()
                .filter(process -> isEngineOf(process, Plans.DEVICE))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    @Test
    void start_engineThatFails_saysWhatItSaid() throws IOException {
        var inTheWay = Files.createDirectories(SOCKETS.resolve(Plans.DEVICE + ".sock/x"));
        assertThat(device().start(plan(), () -> {}).orElseThrow().toString()).contains("wireguard-go", "UAPI");
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        assertThat(tools.run("ip -br link")).doesNotContain(Plans.DEVICE);
    }

    @Test
    void start_withoutAnyEngine_saysSo() throws IOException {
        var programs = Files.createDirectory(state.resolve("bin"));
        Files.createSymbolicLink(programs.resolve("setsid"), find("setsid"));
        var commands = new SystemCommands(List.of(programs));
        var bare = device(commands);
        assertThat(bare.start(plan(), () -> {})).contains(new EngineMissing());
    }

    @Test
    void start_machineWithoutIpv6_hasItsIpv4Address() {
        tools.kernelSetting("net/ipv6/conf/all/disable_ipv6", "1");
        try {
            assertThat(device().start(plan(), () -> {})).isEmpty();
            assertThat(tools.run("ip address show dev " + Plans.DEVICE))
                    .contains("inet 10.7.0.2/32")
                    .doesNotContain("inet6");
        } finally {
            tools.kernelSetting("net/ipv6/conf/all/disable_ipv6", "0");
        }
    }

    @Test
    void setconf_everyGolden_isTakenByWg() throws IOException {
        assertThat(device().start(plan(), () -> {})).isEmpty();
        for (var name : List.of("setconf.conf", "setconf-ipv6.conf")) {
            var text = Files.readString(Path.of("src/test/resources/golden/linux/device", name));
            tools.feed(text, "wg setconf " + Plans.DEVICE + " /dev/stdin");
            assertThat(tools.run("wg show " + Plans.DEVICE + " fwmark")).contains("0x67696e6e");
        }
    }

    private LinuxDevice earlierDaemon() {
        var commands = new SystemCommands(SystemCommands.SYSTEM_DIRECTORIES);
        return device(commands);
    }

    private LinuxDevice device(SystemCommands commands) {
        var ipv6 = new Ipv6(Path.of("/proc/sys"));
        return new LinuxDevice(
                Lane.FIRST, commands, new SystemChildren(commands), new KernelNetwork(), ipv6, SOCKETS, state);
    }

    private DeviceStatus awaitHandshake(Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            var status = device().status();
            if (status.flatMap(DeviceStatus::lastHandshake).isPresent()) {
                return status.orElseThrow();
            }
        }
        throw new AssertionError("no handshake within " + limit);
    }

    private static Path find(String program) {
        return new SystemCommands(SystemCommands.SYSTEM_DIRECTORIES)
                .find(program)
                .orElseThrow();
    }

    private static long enginesOf(String device) {
        return ProcessHandle.allProcesses()
                .filter(process -> isEngineOf(process, device))
                .count();
    }

    private static boolean isEngineOf(ProcessHandle process, String device) {
        var arguments = process.info().arguments().map(List::of).orElse(List.of());
        return process.isAlive() && arguments.contains(device) && arguments.contains("-f");
    }
}
