// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.engine.Engine;
import org.ginnel.daemon.engine.Loss;
import org.ginnel.daemon.macos.RoutingModel;
import org.ginnel.tunnel.ErrorCause;

/// An engine that only makes an interface appear, and shakes hands at once, unless it is told otherwise.
public final class FakeEngine implements Engine {
    private record Running(String name, Loss loss) {}

    private final RoutingModel system;
    private Optional<Running> running = Optional.empty();
    final List<String> calls = new ArrayList<>();
    Optional<ErrorCause> refusal = Optional.empty();
    private boolean answering = true;

    public FakeEngine(RoutingModel system) {
        this.system = system;
    }

    /// Whether servers shake hands.
    public void answer(boolean answering) {
        this.answering = answering;
    }

    /// Whether it starts.
    public void refuse(boolean refusing) {
        refusal = refusing
                ? Optional.of(new ErrorCause.SystemRefused(ErrorCause.Part.DEVICE, "wireguard-go", "no"))
                : Optional.empty();
    }

    @Override
    public Optional<ErrorCause> create(String name, Loss loss) {
        calls.add("create " + name);
        if (refusal.isEmpty()) {
            system.appear(name);
            running = Optional.of(new Running(name, loss));
        }
        return refusal;
    }

    @Override
    public Optional<ErrorCause> configure(DevicePlan plan) {
        calls.add("configure " + plan.endpoint());
        return Optional.empty();
    }

    @Override
    public Optional<ErrorCause> roam(DevicePlan plan) {
        calls.add("roam " + plan.endpoint());
        return Optional.empty();
    }

    @Override
    public Optional<DeviceStatus> status(String name) {
        return running.filter(now -> now.name().equals(name))
                .map(_ -> new DeviceStatus(answering ? Optional.of(Instant.EPOCH) : Optional.empty(), 0, 0));
    }

    @Override
    public void release(String name) {
        running.ifPresent(now -> system.vanish(now.name()));
        running = Optional.empty();
    }

    /// The program ends by itself.
    void end() {
        var ended = running;
        release("");
        ended.ifPresent(now -> now.loss().happened());
    }
}
