// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import static org.ginnel.daemon.Golden.assertGolden;

import org.ginnel.daemon.linux.netlink.MessageText;
import org.ginnel.daemon.port.Plans;
import org.junit.jupiter.api.Test;

class LinkSetupTest {
    private static final int INDEX = 7;

    @Test
    void raise_isItsGolden() {
        assertGolden("linux/device/up.messages", MessageText.of(LinkSetup.raise(Plans.device(), INDEX, true)));
    }

    @Test
    void raise_withoutIpv6_isItsGolden() {
        assertGolden(
                "linux/device/up-without-ipv6.messages", MessageText.of(LinkSetup.raise(Plans.device(), INDEX, false)));
    }
}
