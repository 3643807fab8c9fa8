// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.port.Plans;
import org.ginnel.daemon.process.Children;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.daemon.process.ScriptedCommands;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.EngineMissing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The kernel's WireGuard by script: the machines that build this often lack it.
class KernelEngineTest {
    private final ScriptedCommands commands = new ScriptedCommands();
    private final Monitor monitor = new Monitor();
    private final KernelEngine engine = new KernelEngine(commands, monitor);
    private final AtomicInteger losses = new AtomicInteger();

    @AfterEach
    void everythingExpectedRan() {
        commands.close();
    }

    @Test
    void create_kernelWithoutWireGuard_isMissingAndNotAskedTwice() {
        commands.expect(new Exited(2, "", "Error: Unknown device type."), add());
        assertThat(create()).contains(new EngineMissing());
        assertThat(create()).contains(new EngineMissing());
    }

    @Test
    void configure_feedsTheKeysOnStandardInputOnly() {
        commands.expect(add()).expect("wg", "setconf", "ginnel0", "/dev/stdin");
        assertThat(create()).isEmpty();
        assertThat(engine.configure(Plans.device())).isEmpty();
        assertThat(commands.stdin(1)).isEqualTo(DeviceText.setconf(Plans.device()));
    }

    @Test
    void status_isReadWithoutTheKeys() {
        commands.expect(new Exited(0, "KEY=\t92\t148\n", ""), "wg", "show", "ginnel0", "transfer")
                .expect(new Exited(0, "KEY=\t1700000000\n", ""), "wg", "show", "ginnel0", "latest-handshakes");
        assertThat(engine.status("ginnel0"))
                .contains(new DeviceStatus(Optional.of(Instant.ofEpochSecond(1_700_000_000)), 92, 148));
    }

    @Test
    void status_beforeTheFirstHandshake_hasNone() {
        commands.expect(new Exited(0, "KEY=\t0\t148\n", ""), "wg", "show", "ginnel0", "transfer")
                .expect(new Exited(0, "KEY=\t0\n", ""), "wg", "show", "ginnel0", "latest-handshakes");
        assertThat(engine.status("ginnel0")).contains(new DeviceStatus(Optional.empty(), 0, 148));
    }

    @Test
    void monitor_deletionOfOurs_isTheLoss() {
        commands.expect(add());
        assertThat(create()).isEmpty();
        monitor.tell("Deleted 7: ginnel01: <POINTOPOINT> mtu 1420");
        monitor.tell("7: ginnel0: <POINTOPOINT> mtu 1420");
        assertThat(losses).hasValue(0);
        monitor.tell("Deleted 7: ginnel0: <POINTOPOINT> mtu 1420");
        monitor.tell("Deleted 7: ginnel0: <POINTOPOINT> mtu 1420");
        assertThat(losses).hasValue(1);
        engine.release("ginnel0");
        assertThat(monitor.isAlive()).isFalse();
    }

    private Optional<ErrorCause> create() {
        return engine.create("ginnel0", new Loss(losses::incrementAndGet));
    }

    private static String[] add() {
        return new String[] {"ip", "link", "add", "dev", "ginnel0", "type", "wireguard"};
    }

    /// An `ip monitor` that says what the test does.
    private static final class Monitor implements Children, Children.Child {
        private Optional<Consumer<String>> listener = Optional.empty();

        void tell(String line) {
            listener.orElseThrow().accept(line);
        }

        @Override
        public Optional<Child> startDetached(List<String> argv, Map<String, String> environment, Path log) {
            throw new AssertionError(argv);
        }

        @Override
        public Optional<Child> startTelling(List<String> argv, Consumer<String> onLine) {
            assertThat(argv).containsExactly("ip", "-o", "monitor", "link");
            listener = Optional.of(onLine);
            return Optional.of(this);
        }

        @Override
        public void onExit(Runnable action) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public boolean isAlive() {
            return listener.isPresent();
        }

        @Override
        public void stop(Duration grace) {
            listener = Optional.empty();
        }
    }
}
