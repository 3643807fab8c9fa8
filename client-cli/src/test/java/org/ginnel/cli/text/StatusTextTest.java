// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.Golden;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.relay.Server;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.TunnelView;
import org.junit.jupiter.api.Test;

class StatusTextTest {
    private static final Server TOKYO = Servers.byId("ap-northeast-1");
    private static final ErrorCause SILENT = new ErrorCause.NoHandshake("203.0.113.6:51820", Duration.ofSeconds(10));

    static Map<String, Snapshot> states() {
        var in = Snapshots.loggedIn();
        var states = new LinkedHashMap<String, Snapshot>();
        states.put("logged out", Snapshots.loggedOut());
        states.put("disconnected", in);
        states.put("failed", Snapshots.withTunnel(in, new TunnelView.Disconnected(Optional.of(SILENT))));
        for (var phase : TunnelView.Phase.values()) {
            var server = phase == TunnelView.Phase.CHOOSING ? Optional.<Server>empty() : Optional.of(TOKYO);
            var attempt = phase == TunnelView.Phase.PROVING ? 2 : 1;
            states.put(
                    "connecting, " + phase,
                    Snapshots.withTunnel(in, new TunnelView.Connecting(server, phase, attempt)));
        }
        states.put("connected", Snapshots.connected(TOKYO));
        states.put(
                "connected, chosen",
                Snapshots.withTunnel(in, Snapshots.connectedView(TOKYO, new Reason.ChosenByUser())));
        states.put(
                "connected, unmeasured",
                Snapshots.withTunnel(in, Snapshots.connectedView(TOKYO, new Reason.FirstOfList(15))));
        for (var merit : Reason.Merit.values()) {
            var reason = new Reason.Preferred(Duration.ofMillis(9), Duration.ofMillis(8), merit, 28, 500);
            states.put("connected, " + merit, Snapshots.withTunnel(in, Snapshots.connectedView(TOKYO, reason)));
        }
        states.put("reconnecting", Snapshots.withTunnel(in, new TunnelView.Reconnecting(TOKYO, SILENT, 3)));
        states.put("disconnecting", Snapshots.withTunnel(in, new TunnelView.Disconnecting()));
        states.put("blocked", Snapshots.withTunnel(in, new TunnelView.Blocked(SILENT, Servers.NOON, false)));
        states.put("leaking", Snapshots.withTunnel(in, new TunnelView.Blocked(SILENT, Servers.NOON, true)));
        var lockdown = Settings.defaults().withLockdown(true);
        var locked = Snapshots.withSettings(in, lockdown);
        var later = Servers.NOON.plus(Duration.ofMinutes(85));
        states.put("locked", Scenario.locked().start());
        states.put("locked, failed", Snapshots.withTunnel(locked, new TunnelView.Locked(Optional.of(SILENT))));
        states.put(
                "locked, blocked", Snapshots.withTunnel(locked, new TunnelView.Blocked(SILENT, Servers.NOON, false)));
        states.put("paused", Scenario.paused(later).start());
        states.put("paused, locked", Snapshots.withTunnel(locked, new TunnelView.Paused(later, Optional.empty())));
        states.put("paused, blocked", Snapshots.withTunnel(in, new TunnelView.Paused(later, Optional.empty())));
        states.put("lockdown before the first login", Snapshots.withSettings(Snapshots.loggedOut(), lockdown));
        states.put("disturbed", disturbed(new Disturbance(ErrorCause.Part.FIREWALL, Servers.NOON, 1)));
        states.put("disturbed often", disturbed(new Disturbance(ErrorCause.Part.DNS, Servers.NOON, 4)));
        states.put(
                "other settings",
                Snapshots.withSettings(in, new Settings(true, false, List.of("9.9.9.9", "2620:fe::fe"))));
        return states;
    }

    private static Snapshot disturbed(Disturbance disturbance) {
        return Snapshots.withDisturbance(Snapshots.connected(TOKYO), Optional.of(disturbance));
    }

    @Test
    void everyState_readsAsReviewed() {
        var now = Servers.NOON.plus(Duration.ofMinutes(75));
        var text = states().entrySet().stream()
                .map(e -> "# " + e.getKey() + "\n"
                        + StatusText.whole(e.getValue(), now).stream()
                                .map(l -> l.plain() + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));

        Golden.check("status-states.txt", text);
    }

    @Test
    void everyState_isAmongThem() {
        assertThat(states().values().stream().<Class<?>>map(s -> s.tunnel().getClass()))
                .contains(TunnelView.class.getPermittedSubclasses());
    }

    @Test
    void everyState_hasAConsequenceForWhoFailed() {
        assertThat(states().values())
                .allSatisfy(s -> assertThat(TunnelWords.consequence(s)).endsWith("."));
    }

    @Test
    void aClockThatWentBack_showsNoNegativeTime() {
        var lines = StatusText.tunnel(Snapshots.connected(TOKYO), Servers.NOON.minusSeconds(90));

        assertThat(lines.get(1).plain()).isEqualTo("  For           0 ms");
    }
}
