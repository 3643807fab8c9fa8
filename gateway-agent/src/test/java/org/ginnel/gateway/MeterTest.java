// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.gateway.device.Peers.key;
import static org.ginnel.gateway.device.Peers.peer;
import static org.ginnel.gateway.device.Peers.set;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ginnel.gateway.device.FakeDevice;
import org.ginnel.gateway.link.LinkException;
import org.ginnel.gateway.link.Provisioning;
import org.ginnel.peering.AppliedReport;
import org.ginnel.peering.Desired;
import org.ginnel.peering.PeerSet;
import org.ginnel.peering.PeerUse;
import org.ginnel.peering.UseReport;
import org.ginnel.wireguard.Peer;
import org.junit.jupiter.api.Test;

class MeterTest {
    private final FakeDevice device = new FakeDevice(set(peer(1, "10.7.0.2"), peer(2, "10.7.0.3")));
    private final AtomicLong now = new AtomicLong();
    private final Told told = new Told();
    private final Meter meter = new Meter(told, device, now::get, () -> 0.25, Optional.of(1000L), Runnable::run);

    private void turnAfter(Duration time) {
        now.addAndGet(time.toNanos());
        meter.turn();
    }

    @Test
    void whatChanged_isToldOnceAMinute() {
        meter.turn();
        device.count(key(1), 100, 200, Optional.empty());
        turnAfter(Duration.ofSeconds(59));
        assertThat(told.reports).hasSize(1);

        turnAfter(Duration.ofSeconds(1));
        turnAfter(Duration.ofMinutes(1));

        assertThat(told.reports).hasSize(3);
        assertThat(told.reports.get(0).peers()).isEmpty();
        assertThat(told.reports.get(1).peers()).containsExactly(new PeerUse(key(1), 100, 200, Optional.empty()));
        assertThat(told.reports.get(2).peers()).isEmpty();
    }

    @Test
    void whatADeviceHadCounted_isTold_evenIfItIsMadeAnewBefore() {
        device.count(key(1), 100, 200, Optional.empty());
        meter.turn();
        device.count(key(1), 150, 260, Optional.empty());
        turnAfter(Duration.ofSeconds(10));
        device.count(key(1), 5, 6, Optional.empty());
        turnAfter(Duration.ofSeconds(10));

        turnAfter(Duration.ofSeconds(40));
        turnAfter(Duration.ofMinutes(1));

        assertThat(told.reports.get(1).peers())
                .containsExactly(
                        new PeerUse(key(1), 150, 260, Optional.empty()), new PeerUse(key(1), 5, 6, Optional.empty()));
        assertThat(told.reports.get(2).peers()).isEmpty();
    }

    @Test
    void agentThatEnds_tellsWhatItCounted() {
        meter.turn();
        device.count(key(1), 100, 200, Optional.empty());

        meter.finish();

        assertThat(told.reports).hasSize(2);
        assertThat(told.reports.get(1).peers()).containsExactly(new PeerUse(key(1), 100, 200, Optional.empty()));
    }

    @Test
    void load_isThatOfTheMachineOrOfTheLine_whicheverIsMore() {
        meter.turn();
        device.count(key(1), 10_000, 20_000, Optional.empty());
        turnAfter(Duration.ofMinutes(1));
        device.count(key(1), 10_000_000, 20_000, Optional.empty());
        turnAfter(Duration.ofMinutes(1));

        assertThat(told.reports).extracting(UseReport::load).containsExactly(0.25, 0.5, 1.0);
    }

    @Test
    void whatCouldNotBeTold_isToldTheNextTime() {
        told.away = true;
        device.count(key(1), 1, 2, Optional.empty());
        meter.turn();
        told.away = false;
        turnAfter(Duration.ofSeconds(10));
        assertThat(told.reports).isEmpty();

        turnAfter(Duration.ofMinutes(1));

        assertThat(told.reports.getFirst().peers()).hasSize(1);
    }

    @Test
    void serviceThatIsSlow_holdsUpNothing() {
        var waiting = new ArrayList<Runnable>();
        var slow = new Meter(told, device, now::get, () -> 0.25, Optional.empty(), waiting::add);
        slow.turn();
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        slow.turn();
        assertThat(waiting).hasSize(1);

        waiting.removeFirst().run();
        slow.turn();

        assertThat(waiting).hasSize(1);
    }

    @Test
    void manyPeers_areToldInPages() {
        var many = new ArrayList<Peer>();
        for (int i = 0; i < 600; i++) {
            many.add(peer(i, "10.9." + i / 250 + "." + (i % 250 + 1)));
        }
        var full = new FakeDevice(new PeerSet(many));
        many.forEach(peer -> full.count(peer.publicKey(), 1, 1, Optional.empty()));
        new Meter(told, full, now::get, () -> -1, Optional.empty(), Runnable::run).turn();

        assertThat(told.reports).extracting(report -> report.peers().size()).containsExactly(256, 256, 88);
        assertThat(told.reports.getFirst().load()).isZero();
    }

    /// Remembers what it is told.
    private static final class Told implements Provisioning {
        private final List<UseReport> reports = new ArrayList<>();
        private boolean away;

        @Override
        public Desired poll(Optional<Long> after) {
            throw new AssertionError("a meter asks nothing");
        }

        @Override
        public void report(AppliedReport report) {
            throw new AssertionError("a meter reports no peers");
        }

        @Override
        public void tell(UseReport report) throws LinkException {
            if (away) {
                throw new LinkException("away");
            }
            reports.add(report);
        }
    }
}
