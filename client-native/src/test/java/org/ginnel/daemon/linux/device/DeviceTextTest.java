// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import static org.ginnel.daemon.Golden.assertGolden;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.port.Plans;
import org.junit.jupiter.api.Test;

class DeviceTextTest {
    private final DevicePlan plan = Plans.device();
    private final DevicePlan plan6 =
            Plans.device(new InetSocketAddress(InetAddress.ofLiteral("2001:db8:11::2"), 51820));

    @Test
    void setconf_isItsGolden() {
        assertGolden("linux/device/setconf.conf", DeviceText.setconf(plan));
        assertGolden("linux/device/setconf-ipv6.conf", DeviceText.setconf(plan6));
    }
}
