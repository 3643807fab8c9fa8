// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ginnel.account.Account;
import org.ginnel.account.Tier;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Proof;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.TunnelView;

/// Snapshots, servers and texts for the tests of the tray.
final class Moments {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final Server LONDON = server("eu-west-1", "London", "United Kingdom");
    static final Server TOKYO = server("ap-northeast-1", "Tokyo", "Japan");
    static final Server PARIS = server("eu-west-3", "Paris", "France");
    static final List<MeasuredServer> SERVERS = List.of(
            new MeasuredServer(LONDON, Optional.of(new Measurement.Answered(Duration.ofNanos(12_400_000), NOW))),
            new MeasuredServer(TOKYO, Optional.of(new Measurement.Silent(NOW))),
            new MeasuredServer(PARIS, Optional.of(new Measurement.Answered(Duration.ofNanos(80_000), NOW))));
    static final ErrorCause CAUSE = new ErrorCause.EngineMissing();
    static final TrayTexts TEXTS = TrayTexts.of(
            Locale.ENGLISH,
            () -> ZoneOffset.UTC,
            cause -> cause.equals(CAUSE) ? "No WireGuard on this machine" : "The Ginnel service is not running");
    static final ErrorCause NO_DAEMON = new ErrorCause.DaemonUnreachable("/run/ginnel/ginneld.sock");
    static final TunnelView DISCONNECTED = new TunnelView.Disconnected(Optional.empty());
    static final TunnelView CONNECTED = new TunnelView.Connected(
            LONDON,
            NOW,
            new Proof(NOW, Duration.ofMillis(12), "10.7.0.1"),
            new Reason.ChosenByUser(),
            Optional.empty());

    private Moments() {}

    static Server server(String id, String name, String country) {
        return new Server(
                id, name, "192.0.2.1", 51820, "eu", country, "basic", 51.5, -0.1, Optional.empty(), Optional.empty());
    }

    static Snapshot snapshot(TunnelView tunnel, String... recents) {
        var account = new Account("https://api.example", "gk_1234…", new Tier("pro", "Pro", 15, ""));
        return snapshot(tunnel, Optional.of(account), List.of(recents));
    }

    static Snapshot loggedOut() {
        return snapshot(DISCONNECTED, Optional.empty(), List.of());
    }

    private static Snapshot snapshot(TunnelView tunnel, Optional<Account> account, List<String> recents) {
        return snapshot(tunnel, account, recents, Settings.defaults());
    }

    private static Snapshot snapshot(
            TunnelView tunnel, Optional<Account> account, List<String> recents, Settings settings) {
        return new Snapshot(
                7,
                tunnel,
                account,
                1,
                false,
                recents,
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                settings,
                Optional.empty(),
                Optional.empty());
    }

    /// The menu while nothing leaves without a tunnel.
    static TrayMenu menuUnderLockdown(TunnelView tunnel) {
        var account = snapshot(tunnel).account();
        var locked = snapshot(tunnel, account, List.of(), Settings.defaults().withLockdown(true));
        return TrayMenu.of(locked, SERVERS, TEXTS);
    }

    static TrayMenu menu(TunnelView tunnel, String... recents) {
        return TrayMenu.of(snapshot(tunnel, recents), SERVERS, TEXTS);
    }
}
