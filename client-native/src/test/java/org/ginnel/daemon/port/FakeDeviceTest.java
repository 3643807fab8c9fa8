// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.tunnel.ErrorCause.EngineMissing;
import org.junit.jupiter.api.Test;

class FakeDeviceTest extends TunnelDeviceContract {
    private final FakeDevice device = new FakeDevice(new Journal());

    @Override
    protected TunnelDevice device() {
        return device;
    }

    @Override
    protected DevicePlan plan() {
        return Plans.device();
    }

    @Override
    protected void lose() {
        device.lose();
    }

    @Test
    void start_refused_leavesNothing() {
        device.refuseNextStart(new EngineMissing());
        assertThat(device.start(plan(), () -> {})).contains(new EngineMissing());
        assertThat(device.status()).isEmpty();
    }

    @Test
    void handshake_showsInTheStatus() {
        assertThat(device.start(plan(), () -> {})).isEmpty();
        device.handshake(Instant.EPOCH);
        device.carried(3, 4);
        assertThat(device.status().orElseThrow().lastHandshake()).isEqualTo(Optional.of(Instant.EPOCH));
        assertThat(device.status().orElseThrow().txBytes()).isEqualTo(4);
    }
}
