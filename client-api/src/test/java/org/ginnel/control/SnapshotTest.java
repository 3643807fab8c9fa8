// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ginnel.relay.Server;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.Proof;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.Traffic;
import org.ginnel.tunnel.TunnelView;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final TunnelView OPEN = new TunnelView.Disconnected(Optional.empty());
    private static final Settings USUAL = Settings.defaults();

    @Test
    void anotherRevisionProofOrCount_isOnlyFigures() {
        var before = snapshot(1, connected(NOON, 11), 5, USUAL);

        assertThat(snapshot(2, connected(NOON, 12), 6, USUAL).isSameButForFigures(before))
                .isTrue();
        assertThat(snapshot(2, OPEN, 0, USUAL).isSameButForFigures(snapshot(3, OPEN, 7, USUAL)))
                .isTrue();
    }

    @Test
    void anotherTunnelOrAnythingElse_isMore() {
        var before = snapshot(1, connected(NOON, 11), 5, USUAL);

        assertThat(snapshot(1, connected(NOON.plusSeconds(1), 11), 5, USUAL).isSameButForFigures(before))
                .isFalse();
        assertThat(snapshot(1, connected(NOON, 11), 5, USUAL.withAllowLan(true)).isSameButForFigures(before))
                .isFalse();
        assertThat(snapshot(1, OPEN, 5, USUAL).isSameButForFigures(before)).isFalse();
        assertThat(before.isSameButForFigures(snapshot(1, OPEN, 5, USUAL))).isFalse();
    }

    private static TunnelView connected(Instant since, int roundTripMillis) {
        var server = new Server(
                "eu-west-1",
                "London",
                "203.0.113.6",
                51820,
                "eu",
                "UK",
                "pro",
                51.5,
                0,
                Optional.empty(),
                Optional.empty());
        var proof = new Proof(since.plusMillis(roundTripMillis), Duration.ofMillis(roundTripMillis), "10.7.0.1");
        return new TunnelView.Connected(server, since, proof, new Reason.ChosenByUser(), Optional.empty());
    }

    private static Snapshot snapshot(long revision, TunnelView view, long bytes, Settings settings) {
        return new Snapshot(
                revision,
                view,
                Optional.empty(),
                0,
                false,
                List.of(),
                List.of(),
                0,
                Optional.empty(),
                Optional.of(new Traffic(bytes, bytes)).filter(_ -> bytes > 0),
                settings,
                Optional.empty(),
                Optional.empty());
    }
}
