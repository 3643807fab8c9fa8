// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ginnel.daemon.Golden.assertGolden;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.port.Plans;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.Interface;
import org.junit.jupiter.api.Test;

class DeviceTextTest {
    private final DevicePlan plan = Plans.device();
    private final DevicePlan plan6 =
            Plans.device(new InetSocketAddress(InetAddress.ofLiteral("2001:db8:11::2"), 51820));

    @Test
    void uapiSet_isItsGolden() {
        assertGolden("linux/device/set.uapi", DeviceText.uapiSet(plan));
        assertGolden("linux/device/set-ipv6.uapi", DeviceText.uapiSet(plan6));
    }

    @Test
    void setconf_isItsGolden() {
        assertGolden("linux/device/setconf.conf", DeviceText.setconf(plan));
        assertGolden("linux/device/setconf-ipv6.conf", DeviceText.setconf(plan6));
    }

    @Test
    void uapiSet_withoutPrivateKey_isRefused() {
        var local =
                new Interface(Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
        var keyless = new DevicePlan(Lane.FIRST, new Config(local, plan.config().peers()), plan.endpoint(), 1420);
        assertThatThrownBy(() -> DeviceText.uapiSet(keyless)).isInstanceOf(IllegalArgumentException.class);
    }
}
