// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.Refused;
import org.ginnel.daemon.machine.Samples;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.port.Routes;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.port.TunnelProver;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Proof;
import org.jspecify.annotations.Nullable;

/// A system that refuses at random and watches over what must never be: it throws when a packet could leak.
final class SystemModel implements Firewall, TunnelDevice, Routes, Dns, TunnelProver {
    private final Random random;
    private double refusing;
    private FirewallPolicy policy = new FirewallPolicy.Open();
    private @Nullable DevicePlan device;
    private boolean diverted;
    private boolean names;
    private boolean wanted;
    private boolean paused;
    private boolean tampered;
    private int roamed;
    private Runnable onLost = () -> {};

    /// @param refusing how often a call is refused, 0 to 1
    SystemModel(Random random, double refusing) {
        this.random = random;
        this.refusing = refusing;
    }

    Ports ports() {
        return new Ports(this, this, this, this, this);
    }

    void wanted(boolean tunnel) {
        wanted = tunnel;
    }

    void paused(boolean pause) {
        paused = pause;
    }

    /// Another program flushes the firewall.
    void tamper() {
        tampered = !isOpen();
    }

    boolean isTampered() {
        return tampered;
    }

    void refuseNothing() {
        refusing = 0;
    }

    boolean isOpen() {
        return policy instanceof FirewallPolicy.Open;
    }

    boolean isClean() {
        return device == null && !diverted && !names;
    }

    /// Whether traffic went into the tunnel, whose device may have died since.
    boolean isLedIn() {
        return diverted;
    }

    boolean isDiverted() {
        return diverted && device != null;
    }

    /// The engine dies.
    void loseDevice() {
        if (device != null) {
            device = null;
            onLost.run();
        }
    }

    private Optional<ErrorCause> perhaps(ErrorCause.Part part) {
        return random.nextDouble() < refusing
                ? Optional.of(new ErrorCause.SystemRefused(part, "model", "refused"))
                : Optional.empty();
    }

    @Override
    public Optional<ErrorCause> apply(FirewallPolicy next) {
        if (next instanceof FirewallPolicy.Open) {
            assertThat(wanted && !paused).as("opened while a tunnel is wanted").isFalse();
        }
        var refused = perhaps(ErrorCause.Part.FIREWALL);
        if (refused.isEmpty()) {
            policy = next;
            tampered = false;
        }
        return refused;
    }

    @Override
    public List<Refused> refused() {
        return List.of();
    }

    @Override
    public boolean stands() {
        return !tampered;
    }

    @Override
    public Optional<ErrorCause> start(DevicePlan plan, Runnable lost) {
        assertThat(policy)
                .as("device before firewall")
                .isInstanceOfSatisfying(
                        FirewallPolicy.Closed.class,
                        closed -> assertThat(closed.endpoints()).containsExactly(plan.endpoint()));
        var refused = perhaps(ErrorCause.Part.DEVICE);
        device = refused.isEmpty() ? plan : null;
        onLost = lost;
        return refused;
    }

    @Override
    public Optional<ErrorCause> retryHandshake() {
        return perhaps(ErrorCause.Part.DEVICE);
    }

    int roamed() {
        return roamed;
    }

    @Override
    public Optional<ErrorCause> roam() {
        roamed++;
        return perhaps(ErrorCause.Part.DEVICE);
    }

    @Override
    public Optional<DeviceStatus> status() {
        return device == null
                ? Optional.empty()
                : Optional.of(new DeviceStatus(
                        random.nextBoolean() ? Optional.of(Samples.NOON) : Optional.empty(), random.nextInt(3), 0));
    }

    @Override
    public Optional<ErrorCause> stop() {
        device = null;
        return perhaps(ErrorCause.Part.DEVICE);
    }

    @Override
    public Optional<ErrorCause> prepare(RoutePlan plan) {
        return perhaps(ErrorCause.Part.ROUTES);
    }

    @Override
    public Optional<ErrorCause> divert(RoutePlan plan) {
        assertThat(policy)
                .as("diverted without a firewall for the tunnel")
                .isInstanceOfSatisfying(
                        FirewallPolicy.Closed.class,
                        closed -> assertThat(closed.tunnel()).isPresent());
        var refused = perhaps(ErrorCause.Part.ROUTES);
        diverted = diverted || refused.isEmpty();
        return refused;
    }

    @Override
    public Optional<ErrorCause> restore() {
        diverted = false;
        names = false;
        return perhaps(ErrorCause.Part.ROUTES);
    }

    @Override
    public boolean stand() {
        return true;
    }

    @Override
    public Optional<ErrorCause> use(DnsPlan plan) {
        names = true;
        return perhaps(ErrorCause.Part.DNS);
    }

    @Override
    public String method() {
        return "model";
    }

    @Override
    public Optional<Proof> prove(
            List<InetAddress> sources, List<InetAddress> resolvers, List<InetAddress> gateways, Duration limit) {
        return random.nextInt(3) > 0 ? Optional.of(Samples.PROOF) : Optional.empty();
    }
}
