// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ginnel.daemon.linux.Tools;
import org.ginnel.daemon.linux.netlink.KernelNetwork;
import org.ginnel.daemon.port.SystemWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What other programs do is told, by a real kernel.
@Timeout(30)
class LinuxWatchNamespaceTest {
    private final Tools tools = Tools.inNamespace();
    private final BlockingQueue<SystemWatch.Change> told = new LinkedBlockingQueue<>();

    @TempDir
    Path directory;

    private SystemWatch.Running running;

    @BeforeEach
    void watch() throws IOException {
        Files.writeString(file(), "nameserver 192.0.2.53\n");
        running = new LinuxWatch(new KernelNetwork(), file(), Set.of("ginnel0", "ginnel1")).start(told::add);
    }

    @AfterEach
    void stop() {
        running.close();
        tools.attempt("nft flush ruleset");
        tools.attempt("ip link delete eth7");
        tools.attempt("ip rule delete priority 20030");
    }

    @Test
    void aFlushedFirewall_isTold() throws InterruptedException {
        tools.run("nft add table inet ginnel");
        assertThat(next()).isEqualTo(SystemWatch.Change.PROTECTION);
        told.clear();
        tools.run("nft flush ruleset");
        assertThat(next()).isEqualTo(SystemWatch.Change.PROTECTION);
    }

    @Test
    void aRuleOfOurs_isTold() throws InterruptedException {
        tools.run("ip rule add not fwmark 0x67696e6e table 26473 priority 20030");
        assertThat(next()).isEqualTo(SystemWatch.Change.PROTECTION);
    }

    @Test
    void anotherInterface_isAnotherNetwork() throws InterruptedException {
        tools.run("ip link add eth7 type bridge");
        assertThat(next()).isEqualTo(SystemWatch.Change.NETWORK);
    }

    @Test
    void overwrittenResolvers_areTold_andOtherFilesAreNot() throws InterruptedException, IOException {
        Files.writeString(file().resolveSibling("hosts"), "::1 localhost\n");
        Files.writeString(file(), "nameserver 192.0.2.54\n");
        assertThat(next()).isEqualTo(SystemWatch.Change.PROTECTION);
    }

    @Test
    void afterItIsClosed_nothingIsTold() throws InterruptedException {
        running.close();
        tools.run("nft add table inet ginnel");
        tools.run("ip link add eth7 type bridge");
        assertThat(told.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    private Path file() {
        return directory.resolve("resolv.conf");
    }

    private SystemWatch.Change next() throws InterruptedException {
        return Objects.requireNonNull(told.poll(10, TimeUnit.SECONDS), "nothing was told");
    }
}
