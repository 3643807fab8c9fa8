// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ginnel.daemon.Golden.assertGolden;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.port.Plans;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.Interface;
import org.junit.jupiter.api.Test;

class UapiTextTest {
    private final DevicePlan plan = Plans.device();
    private final DevicePlan plan6 =
            Plans.device(new InetSocketAddress(InetAddress.ofLiteral("2001:db8:11::2"), 51820));

    @Test
    void set_onLinux_isItsGolden() {
        var mark = OptionalInt.of(LinuxNames.MARK);
        assertGolden("linux/device/set.uapi", UapiText.set(plan, mark));
        assertGolden("linux/device/set-ipv6.uapi", UapiText.set(plan6, mark));
    }

    /// There are no marks there, and `wireguard-go` refuses one.
    @Test
    void set_onMacOs_isItsGolden() {
        assertGolden("macos/device/set.uapi", UapiText.set(plan, OptionalInt.empty()));
        assertGolden("macos/device/roam.uapi", UapiText.roam(plan6));
    }

    @Test
    void set_withoutPrivateKey_isRefused() {
        var local =
                new Interface(Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
        var keyless = new DevicePlan(Lane.FIRST, new Config(local, plan.config().peers()), plan.endpoint(), 1420);
        assertThatThrownBy(() -> UapiText.set(keyless, OptionalInt.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
