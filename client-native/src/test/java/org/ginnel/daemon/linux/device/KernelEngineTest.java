// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.engine.Loss;
import org.ginnel.daemon.linux.netlink.Change;
import org.ginnel.daemon.linux.netlink.Link;
import org.ginnel.daemon.linux.netlink.LinkAddress;
import org.ginnel.daemon.linux.netlink.Refused;
import org.ginnel.daemon.linux.netlink.Request;
import org.ginnel.daemon.linux.netlink.ScriptedNetwork;
import org.ginnel.daemon.port.Plans;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.daemon.process.ScriptedCommands;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.EngineMissing;
import org.ginnel.tunnel.ErrorCause.Part;
import org.ginnel.tunnel.ErrorCause.SystemRefused;
import org.ginnel.wireguard.IpNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The kernel's WireGuard by script: the machines that build this often lack it.
class KernelEngineTest {
    private static final Request ADD = Link.add("ginnel0", "wireguard");
    private static final Request FIND = Link.find("ginnel0");
    private static final Link OURS = new Link(7, "ginnel0", false);

    private final ScriptedCommands commands = new ScriptedCommands();
    private final ScriptedNetwork network = new ScriptedNetwork();
    private final KernelEngine engine = new KernelEngine(commands, network, KernelEngine.WIREGUARD);
    private final AtomicInteger losses = new AtomicInteger();

    @AfterEach
    void everythingExpectedRan() {
        commands.close();
        network.close();
    }

    @Test
    void create_kernelWithoutWireGuard_isMissingAndNotAskedTwice() {
        network.refuse(ADD, Refused.NOT_SUPPORTED);
        assertThat(create()).contains(new EngineMissing());
        assertThat(create()).contains(new EngineMissing());
    }

    @Test
    void create_refusedForAnotherReason_isToldAndAskedAgain() {
        network.refuse(ADD, 1).refuse(ADD, 1);
        var refused = new SystemRefused(Part.DEVICE, "rtnetlink NEW_LINK", "errno 1: as the test wrote");
        assertThat(create()).contains(refused);
        assertThat(create()).contains(refused);
    }

    @Test
    void configure_feedsTheKeysOnStandardInputOnly() {
        created();
        commands.expect("wg", "setconf", "ginnel0", "/dev/stdin");
        assertThat(engine.configure(Plans.device())).isEmpty();
        assertThat(commands.stdin(0)).isEqualTo(DeviceText.setconf(Plans.device()));
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
    void deletionOfOurs_isTheLoss_once() {
        created();
        network.tell(new Change.Seen(new Link(8, "ginnel0", false), true));
        network.tell(new Change.Seen(new Link(7, "ginnel0", false), false));
        network.tell(
                new Change.Seen(new LinkAddress(7, IpNetwork.parse("10.7.0.2").orElseThrow()), true));
        assertThat(losses).hasValue(0);
        network.tell(new Change.Seen(new Link(7, "renamed", false), true));
        network.tell(new Change.Seen(new Link(7, "renamed", false), true));
        assertThat(losses).hasValue(1);
        engine.release("ginnel0");
        assertThat(network.isWatched()).isFalse();
    }

    @Test
    void untoldChanges_areALossOnlyWhenItIsGone() {
        created();
        network.expect(FIND, OURS);
        network.tell(new Change.Anything());
        assertThat(losses).hasValue(0);
        network.refuse(FIND, Refused.NO_DEVICE);
        network.tell(new Change.Anything());
        assertThat(losses).hasValue(1);
    }

    @Test
    void deletionBeforeAnybodyWatched_isALossToo() {
        network.expect(ADD).expect(FIND, OURS).refuse(FIND, Refused.NO_DEVICE);
        assertThat(create()).isEmpty();
        assertThat(losses).hasValue(1);
    }

    private void created() {
        network.expect(ADD).expect(FIND, OURS).expect(FIND, OURS);
        assertThat(create()).isEmpty();
        assertThat(network.isWatched()).isTrue();
    }

    private Optional<ErrorCause> create() {
        return engine.create("ginnel0", new Loss(losses::incrementAndGet));
    }
}
