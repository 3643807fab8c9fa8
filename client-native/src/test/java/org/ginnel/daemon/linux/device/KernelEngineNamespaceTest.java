// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ginnel.daemon.engine.Loss;
import org.ginnel.daemon.linux.Tools;
import org.ginnel.daemon.linux.netlink.KernelNetwork;
import org.ginnel.tunnel.ErrorCause.EngineMissing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The kernel's engine on a real kernel, with a kind of link that every kernel has in the place of WireGuard's.
@Timeout(30)
class KernelEngineNamespaceTest {
    private final Tools tools = Tools.inNamespace();
    private final CountDownLatch lost = new CountDownLatch(1);

    @AfterEach
    void removeIt() {
        tools.attempt("ip link delete engine0");
    }

    @Test
    void create_makesALinkThatIsDown_andItsDeletionIsTheLoss() throws InterruptedException {
        var engine = engine("bridge");
        assertThat(engine.create("engine0", new Loss(lost::countDown))).isEmpty();
        assertThat(tools.run("ip -br link show engine0")).contains("DOWN");
        tools.run("ip link set engine0 up");
        tools.run("ip link delete engine0");
        assertThat(lost.await(5, TimeUnit.SECONDS)).isTrue();
        engine.release("engine0");
    }

    @Test
    void create_aNameThatIsTaken_saysSo() {
        tools.run("ip link add engine0 type bridge");
        assertThat(engine("bridge").create("engine0", new Loss(lost::countDown)))
                .hasValueSatisfying(cause -> assertThat(cause.toString()).contains("NEW_LINK", "errno 17"));
    }

    @Test
    void create_aKindTheKernelLacks_isMissing() {
        assertThat(engine("nonsense").create("engine0", new Loss(lost::countDown)))
                .contains(new EngineMissing());
    }

    private KernelEngine engine(String kind) {
        return new KernelEngine(tools.commands(), new KernelNetwork(), kind);
    }
}
