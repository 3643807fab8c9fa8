// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.gateway.device.Peers.key;
import static org.ginnel.gateway.device.Peers.peer;
import static org.ginnel.gateway.device.Peers.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.ginnel.gateway.device.DeviceException;
import org.ginnel.gateway.device.FakeDevice;
import org.ginnel.gateway.device.ScriptFile;
import org.ginnel.gateway.diff.PeerChange;
import org.ginnel.gateway.link.LinkException;
import org.ginnel.gateway.link.Provisioning;
import org.ginnel.peering.AppliedReport;
import org.ginnel.peering.Desired;
import org.ginnel.peering.DesiredChange;
import org.ginnel.peering.DesiredState;
import org.ginnel.peering.PeerSet;
import org.ginnel.peering.UseReport;
import org.ginnel.wireguard.PublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTest {
    private final FakeDevice device = new FakeDevice(set(peer(1, "10.7.0.2")));
    private final Script script = new Script();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000); // nanoTime may overflow

    /// Plays the steps, one poll each, then ends the agent.
    private void play(Step... steps) {
        script.steps.addAll(List.of(steps));
        Pause pause = duration -> {
            now.addAndGet(duration.toNanos());
            if (!duration.isZero()) {
                script.waits.add(duration);
            }
            return !script.steps.isEmpty();
        };
        new Agent(script, device, new Backoff(RandomGenerator.of("L64X128MixRandom")), pause, now::get).run();
    }

    @Test
    void newPeers_areAppliedAndReportedAsReadBack() {
        var want = set(peer(1, "10.7.0.2"), peer(2, "10.7.0.3"));

        play(() -> state(5, want));

        assertThat(device.applied()).containsExactly(List.of(new PeerChange.Add(peer(2, "10.7.0.3"))));
        assertThat(script.reports).containsExactly(new AppliedReport(5, 2, want.hash(), 0, Optional.of(key(0))));
    }

    @Test
    void deviceThatIsRightAlready_isNotTouchedButReported() {
        var want = set(peer(1, "10.7.0.2"));

        play(() -> state(5, want), () -> state(5, want));

        assertThat(device.applied()).isEmpty();
        assertThat(script.reports).hasSize(2);
        assertThat(script.asked).containsExactly(Optional.empty(), Optional.of(5L));
    }

    @Test
    void peerRemovedByHand_isBackAfterTheNextPoll() {
        var want = set(peer(1, "10.7.0.2"));

        play(() -> state(5, want), () -> {
            removeByHand(1);
            return state(5, want);
        });

        assertThat(device.applied()).last().isEqualTo(List.of(new PeerChange.Add(peer(1, "10.7.0.2"))));
        assertThat(script.reports).last().isEqualTo(new AppliedReport(5, 1, want.hash(), 1, Optional.of(key(0))));
    }

    private void removeByHand(int seed) {
        try {
            device.apply(List.of(new PeerChange.Remove(key(seed))));
        } catch (DeviceException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void serviceThatIsAway_isAskedAgainWithinASecond_andTheDeviceIsLeftAlone() {
        Step away = () -> {
            throw new LinkException("away");
        };
        play(away, away, away, away, away, away, away, away, away, away);

        assertThat(device.applied()).isEmpty();
        assertThat(script.reports).isEmpty();
        assertThat(script.waits).hasSize(10);
        for (int i = 0; i < 10; i++) {
            var whole = Math.min(250L << i, 1_000L);
            assertThat(script.waits.get(i)).isBetween(Duration.ofMillis(whole / 2), Duration.ofMillis(whole));
        }
    }

    @Test
    void serviceThatRefuses_isLeftAloneForLonger() {
        Step refused = () -> {
            throw new LinkException("401", true);
        };
        play(refused, refused, refused, refused, refused, refused, refused, refused);

        assertThat(script.waits).last().satisfies(wait -> assertThat(wait).isGreaterThan(Duration.ofSeconds(14)));
    }

    @Test
    void deviceThatFails_isReportedByNobodyAndTriedAgainFromTheStart() {
        var want = set(peer(1, "10.7.0.2"), peer(2, "10.7.0.3"));
        play(
                () -> state(4, set(peer(1, "10.7.0.2"))),
                () -> {
                    device.fail(Optional.of("gone"));
                    return state(5, want);
                },
                () -> {
                    device.fail(Optional.empty());
                    return state(5, want);
                });

        assertThat(script.asked).containsExactly(Optional.empty(), Optional.of(4L), Optional.empty());
        assertThat(script.reports).extracting(AppliedReport::revision).containsExactly(4L, 5L);
        assertThat(script.waits).hasSize(1);
    }

    @Test
    void change_isMadeOnTopOfWhatStands_andDriftIsMendedAndCounted() {
        var before = set(peer(1, "10.7.0.2"), peer(2, "10.7.0.3"));
        var after = set(peer(2, "10.7.0.3"), peer(3, "10.7.0.4"));

        play(() -> state(5, before), () -> change(5, 8, set(peer(3, "10.7.0.4")), List.of(key(1))), () -> {
            removeByHand(2);
            return change(8, 8, set(), List.of());
        });

        assertThat(device.applied().get(1))
                .containsExactly(new PeerChange.Remove(key(1)), new PeerChange.Add(peer(3, "10.7.0.4")));
        assertThat(script.reports)
                .containsExactly(
                        new AppliedReport(5, 2, before.hash(), 0, Optional.of(key(0))),
                        new AppliedReport(8, 2, after.hash(), 0, Optional.of(key(0))),
                        new AppliedReport(8, 2, after.hash(), 1, Optional.of(key(0))));
    }

    @Test
    void changeOfSomethingElse_isNotBelieved() {
        play(() -> state(5, set()), () -> change(4, 8, set(peer(3, "10.7.0.4")), List.of()), () -> state(8, set()));

        assertThat(script.asked).containsExactly(Optional.empty(), Optional.of(5L), Optional.empty());
        assertThat(script.reports).extracting(AppliedReport::revision).containsExactly(5L, 8L);
    }

    @Test
    void serviceThatIsAwayForLongerThanTheLease_leavesNoPeer_andEveryPeerComesBackWithIt() {
        var want = set(peer(1, "10.7.0.2"));
        Step away = () -> {
            throw new LinkException("away");
        };
        Step awayForLong = () -> {
            now.addAndGet(Duration.ofMinutes(10).toNanos());
            throw new LinkException("away");
        };

        play(() -> state(5, want), away, awayForLong, away, () -> state(5, want));

        assertThat(device.applied())
                .containsExactly(
                        List.of(new PeerChange.Remove(key(1))), List.of(new PeerChange.Add(peer(1, "10.7.0.2"))));
        assertThat(script.reports).last().isEqualTo(new AppliedReport(5, 1, want.hash(), 0, Optional.of(key(0))));
    }

    @Test
    void peersOfTheScript_areLeftAlone_andCountForNothing(@TempDir Path directory) throws IOException {
        var file = Files.writeString(
                directory.resolve("wg0.conf"),
                "# BEGIN_PEER phone\n[Peer]\nPublicKey = " + key(1).base64()
                        + "\nAllowedIPs = 10.7.0.2/32\n# END_PEER phone\n");
        var want = set(peer(2, "10.8.0.2"));
        script.steps.add(() -> state(5, want));
        new Agent(
                        script,
                        device,
                        new Backoff(RandomGenerator.of("L64X128MixRandom")),
                        _ -> !script.steps.isEmpty(),
                        now::get,
                        Optional.empty(),
                        Optional.of(new ScriptFile(file)),
                        Optional.empty())
                .run();

        assertThat(device.applied()).containsExactly(List.of(new PeerChange.Add(peer(2, "10.8.0.2"))));
        assertThat(script.reports).containsExactly(new AppliedReport(5, 1, want.hash(), 0, Optional.of(key(0))));
    }

    @Test
    void everythingAnew_whileInStep_isNoDrift() {
        play(() -> state(1, set()), () -> state(2, set(peer(1, "10.7.0.2"))));

        assertThat(script.reports).extracting(AppliedReport::drift).containsExactly(0, 0);
    }

    private static Desired change(long since, long revision, PeerSet put, List<PublicKey> removed) {
        return new DesiredChange(since, revision, Duration.ofMinutes(10), 51820, List.of(), put, removed);
    }

    @Test
    void success_forgetsEarlierFailures() {
        Step away = () -> {
            throw new LinkException("away");
        };
        play(away, away, () -> state(1, set()), away, () -> state(1, set()));

        assertThat(script.waits).hasSize(3);
        assertThat(script.waits.get(2)).isLessThanOrEqualTo(Duration.ofMillis(250));
    }

    @Test
    void refusedReport_isAFailureToo() {
        script.refuseReports = true;

        play(() -> state(1, set()), () -> state(1, set()));

        assertThat(script.waits).hasSize(2);
        assertThat(script.asked).containsExactly(Optional.empty(), Optional.empty());
    }

    private static Desired state(long revision, PeerSet peers) {
        return new DesiredState(revision, Duration.ofMinutes(10), 51820, List.of(), peers);
    }

    /// What happens at one poll.
    private interface Step {
        Desired poll() throws LinkException;
    }

    private static final class Script implements Provisioning {
        private final Deque<Step> steps = new ArrayDeque<>();
        private final List<Optional<Long>> asked = new ArrayList<>();
        private final List<AppliedReport> reports = new ArrayList<>();
        private final List<UseReport> told = new ArrayList<>();
        private final List<Duration> waits = new ArrayList<>();
        private boolean refuseReports;

        @Override
        public Desired poll(Optional<Long> after) throws LinkException {
            asked.add(after);
            return steps.removeFirst().poll();
        }

        @Override
        public void report(AppliedReport report) throws LinkException {
            if (refuseReports) {
                throw new LinkException("409");
            }
            reports.add(report);
        }

        @Override
        public void tell(UseReport report) {
            told.add(report);
        }
    }
}
