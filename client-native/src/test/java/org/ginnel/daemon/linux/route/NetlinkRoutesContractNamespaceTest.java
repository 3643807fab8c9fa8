// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ginnel.daemon.linux.Ipv6;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.linux.Tools;
import org.ginnel.daemon.linux.netlink.KernelNetwork;
import org.ginnel.daemon.port.Plans;
import org.ginnel.daemon.port.Routes;
import org.ginnel.daemon.port.RoutesContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NetlinkRoutesContractNamespaceTest extends RoutesContract {
    private final Tools tools = Tools.inNamespaceWithTun();
    private final Ipv6 ipv6 = new Ipv6(Path.of("/proc/sys"));
    private final Routes routes = new NetlinkRoutes(new KernelNetwork(), ipv6::isUsable);

    private String before = "";

    @BeforeEach
    void makeDevice() {
        before = everything();
        tools.run("ip tuntap add dev ginnel0 mode tun");
        tools.run("ip address add 10.7.0.2/32 dev ginnel0");
        tools.run("ip link set ginnel0 up");
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(routes.restore()).isEmpty();
        tools.run("ip link delete ginnel0");
        assertThat(everything()).isEqualTo(before);
    }

    @Override
    protected Routes routes() {
        return routes;
    }

    @Override
    protected void removeByAnother() {
        tools.run("ip -6 rule delete priority " + LinuxNames.RULE_UNMARKED);
    }

    @Test
    void divert_machineWithoutIpv6_divertsIpv4() {
        tools.kernelSetting("net/ipv6/conf/all/disable_ipv6", "1");
        assertThat(routes.prepare(Plans.routes())).isEmpty();
        assertThat(routes.divert(Plans.routes())).isEmpty();
        assertThat(routes.stand()).isTrue();
        assertThat(tools.run("ip route get 192.0.2.80")).contains("dev ginnel0");
        assertThat(routes.restore()).isEmpty();
        tools.kernelSetting("net/ipv6/conf/all/disable_ipv6", "0");
    }

    private String everything() {
        return tools.run("ip -4 rule")
                + tools.run("ip -6 rule")
                + tools.run("ip -4 route show table all")
                + tools.run("ip -6 route show table all");
    }
}
