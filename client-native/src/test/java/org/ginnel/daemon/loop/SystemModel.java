// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.FirewallPolicy.Carries;
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
final class SystemModel implements Firewall, Routes, Dns, TunnelProver {
    private final Random random;
    private final Map<Lane, ModelDevice> devices = new EnumMap<>(Lane.class);
    private double refusing;
    private FirewallPolicy policy = new FirewallPolicy.Open();
    private Optional<Lane> diverted = Optional.empty();
    private boolean names;
    private boolean wanted;
    private boolean paused;
    private boolean tampered;
    private int roamed;

    /// @param refusing how often a call is refused, 0 to 1
    SystemModel(Random random, double refusing) {
        this.random = random;
        this.refusing = refusing;
        for (var lane : Lane.values()) {
            devices.put(lane, new ModelDevice(lane));
        }
    }

    private ModelDevice device(Lane lane) {
        return Objects.requireNonNull(devices.get(lane));
    }

    Ports ports() {
        return new Ports(this, Map.copyOf(devices), this, this, this);
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
        return devices.values().stream().noneMatch(ModelDevice::runs) && !hasBegun() && diverted.isEmpty() && !names;
    }

    /// Whether a device is half made.
    boolean hasBegun() {
        return devices.values().stream().anyMatch(device -> device.begun);
    }

    /// Where traffic is led, into a tunnel whose device may have died since.
    Optional<Lane> ledInto() {
        return diverted;
    }

    boolean isDiverted() {
        return diverted.filter(lane -> device(lane).runs()).isPresent();
    }

    /// The engine of one of the devices dies.
    void loseDevice() {
        List.copyOf(devices.values()).get(random.nextInt(devices.size())).lose();
    }

    private Optional<FirewallPolicy.Tunnel> tunnel(Lane lane) {
        return policy instanceof FirewallPolicy.Closed closed
                ? closed.tunnels().stream().filter(one -> one.lane() == lane).findFirst()
                : Optional.empty();
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

    int roamed() {
        return roamed;
    }

    /// The device of a lane.
    private final class ModelDevice implements TunnelDevice {
        private final Lane lane;
        private @Nullable DevicePlan plan;
        private Runnable onLost = () -> {};
        private boolean begun;

        ModelDevice(Lane lane) {
            this.lane = lane;
        }

        boolean runs() {
            return plan != null;
        }

        void lose() {
            if (plan != null) {
                plan = null;
                onLost.run();
            }
        }

        @Override
        public boolean begin() {
            begun = begun || (!runs() && random.nextBoolean());
            return begun;
        }

        @Override
        public Optional<ErrorCause> start(DevicePlan wantedPlan, Runnable lost) {
            begun = false;
            assertThat(wantedPlan.lane()).isEqualTo(lane);
            assertThat(tunnel(lane)).as("device before firewall").isPresent();
            assertThat(((FirewallPolicy.Closed) policy).endpoints()).contains(wantedPlan.endpoint());
            var refused = perhaps(ErrorCause.Part.DEVICE);
            plan = refused.isEmpty() ? wantedPlan : null;
            onLost = lost;
            return refused;
        }

        @Override
        public Optional<ErrorCause> retryHandshake(DevicePlan again) {
            assertThat(((FirewallPolicy.Closed) policy).endpoints()).contains(again.endpoint());
            return perhaps(ErrorCause.Part.DEVICE);
        }

        @Override
        public Optional<ErrorCause> roam() {
            roamed++;
            return perhaps(ErrorCause.Part.DEVICE);
        }

        @Override
        public Optional<DeviceStatus> status() {
            return plan == null
                    ? Optional.empty()
                    : Optional.of(new DeviceStatus(
                            random.nextBoolean() ? Optional.of(Samples.NOON) : Optional.empty(), random.nextInt(3), 0));
        }

        @Override
        public Optional<Passed> passed() {
            return plan == null ? Optional.empty() : Optional.of(new Passed(random.nextInt(4), random.nextInt(4)));
        }

        @Override
        public Optional<ErrorCause> stop() {
            assertThat(diverted).as("stopped under everybody's traffic").isNotEqualTo(Optional.of(lane));
            begun = false;
            plan = null;
            return perhaps(ErrorCause.Part.DEVICE);
        }
    }

    @Override
    public Optional<ErrorCause> prepare(RoutePlan plan) {
        return perhaps(ErrorCause.Part.ROUTES);
    }

    @Override
    public Optional<ErrorCause> divert(RoutePlan plan) {
        assertThat(tunnel(plan.lane()))
                .as("diverted without a firewall for the tunnel")
                .hasValueSatisfying(tunnel -> assertThat(tunnel.carries()).isEqualTo(Carries.NEW));
        var refused = perhaps(ErrorCause.Part.ROUTES);
        diverted = refused.isEmpty() ? Optional.of(plan.lane()) : diverted;
        return refused;
    }

    @Override
    public Optional<ErrorCause> release(Lane lane) {
        assertThat(diverted).as("released under everybody's traffic").isNotEqualTo(Optional.of(lane));
        return perhaps(ErrorCause.Part.ROUTES);
    }

    @Override
    public Optional<ErrorCause> restore() {
        diverted = Optional.empty();
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

    @Override
    public Optional<Proof> proveBeside(
            Lane lane,
            List<InetAddress> sources,
            List<InetAddress> resolvers,
            List<InetAddress> gateways,
            Duration limit) {
        assertThat(diverted).as("tried beside itself").isNotEqualTo(Optional.of(lane));
        return prove(sources, resolvers, gateways, limit);
    }
}
