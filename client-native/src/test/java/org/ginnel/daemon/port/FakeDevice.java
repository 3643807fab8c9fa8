// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.device.Lane;
import org.ginnel.tunnel.ErrorCause;

/// A WireGuard device that is only remembered; a test says when it shakes hands. Any thread.
public final class FakeDevice implements TunnelDevice {
    private record Running(DevicePlan plan, Runnable onLost) {}

    private final Journal journal;
    private final Faults faults = new Faults();
    private Optional<Running> running = Optional.empty();
    private Optional<DeviceStatus> status = Optional.empty();
    private Optional<Instant> handshakeOnStart = Optional.empty();

    public FakeDevice(Journal journal) {
        this.journal = journal;
    }

    /// These two in the first lanes, and others in the rest.
    public static Map<Lane, TunnelDevice> inEachLane(FakeDevice first, FakeDevice second, Journal journal) {
        Map<Lane, TunnelDevice> devices = new EnumMap<>(Map.of(Lane.FIRST, first, Lane.SECOND, second));
        for (var lane : Lane.values()) {
            devices.putIfAbsent(lane, new FakeDevice(journal));
        }
        return devices;
    }

    @Override
    public synchronized Optional<ErrorCause> start(DevicePlan plan, Runnable onLost) {
        journal.add("device.start", plan);
        running = Optional.empty();
        status = Optional.empty();
        var refused = faults.on("start");
        if (refused.isEmpty()) {
            running = Optional.of(new Running(plan, onLost));
            status = Optional.of(new DeviceStatus(handshakeOnStart, 0, 0));
        }
        return refused;
    }

    @Override
    public synchronized Optional<ErrorCause> retryHandshake(DevicePlan plan) {
        journal.add("device.retryHandshake", "");
        return faults.on("retryHandshake");
    }

    @Override
    public synchronized Optional<ErrorCause> roam() {
        journal.add("device.roam", "");
        return running.isEmpty() ? Optional.of(new ErrorCause.DeviceLost("none")) : faults.on("roam");
    }

    @Override
    public synchronized Optional<DeviceStatus> status() {
        return status;
    }

    @Override
    public synchronized Optional<ErrorCause> stop() {
        journal.add("device.stop", "");
        var refused = faults.on("stop");
        if (refused.isEmpty()) {
            running = Optional.empty();
            status = Optional.empty();
        }
        return refused;
    }

    @Override
    public synchronized Optional<Passed> passed() {
        return status.map(s -> new Passed(s.rxBytes(), s.txBytes()));
    }

    /// What runs; empty when nothing does.
    public synchronized Optional<DevicePlan> running() {
        return running.map(Running::plan);
    }

    /// From now on every device that starts has shaken hands at `instant`.
    public synchronized void handshakesOnStart(Instant instant) {
        handshakeOnStart = Optional.of(instant);
    }

    /// The running device shakes hands.
    public synchronized void handshake(Instant instant) {
        status = status.map(s -> new DeviceStatus(Optional.of(instant), s.rxBytes(), s.txBytes()));
    }

    /// The running device has carried so much.
    public synchronized void carried(long rxBytes, long txBytes) {
        status = status.map(s -> new DeviceStatus(s.lastHandshake(), rxBytes, txBytes));
    }

    /// The running device goes away by itself; nothing happens when none runs.
    public void lose() {
        Optional<Running> lost;
        synchronized (this) {
            lost = running;
            running = Optional.empty();
            status = Optional.empty();
        }
        lost.ifPresent(r -> r.onLost().run());
    }

    /// The running device goes away, and nobody tells of it yet.
    public synchronized void vanish() {
        status = Optional.empty();
    }

    /// The next start is refused.
    public void refuseNextStart(ErrorCause cause) {
        faults.once("start", cause);
    }

    /// Every start is refused until [#recover()].
    public void refuseStarts(ErrorCause cause) {
        faults.always("start", cause);
    }

    /// Every stop is refused until [#recover()].
    public void refuseStops(ErrorCause cause) {
        faults.always("stop", cause);
    }

    /// Refuses nothing any more.
    public void recover() {
        faults.none();
    }
}
