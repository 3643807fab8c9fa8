// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ginnel.account.Account;
import org.ginnel.control.Snapshot;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.tunnel.TunnelView;

/// How things are, for people.
public final class StatusText {
    private static final int LABEL_COLUMNS = 14;

    private final List<Line> lines = new ArrayList<>();
    private final Instant now;

    private StatusText(Instant now) {
        this.now = now;
    }

    /// All of it: tunnel, account, settings.
    public static List<Line> whole(Snapshot snapshot, Instant now) {
        var text = new StatusText(now);
        text.tunnel(snapshot);
        text.row("Account", snapshot.account().map(StatusText::account).orElse("none; `ginnel login` adds one"));
        text.settings(snapshot);
        return text.lines;
    }

    /// The tunnel alone.
    public static List<Line> tunnel(Snapshot snapshot, Instant now) {
        var text = new StatusText(now);
        text.tunnel(snapshot);
        return text.lines;
    }

    private void tunnel(Snapshot snapshot) {
        lines.add(TunnelWords.headline(snapshot.tunnel()));
        switch (snapshot.tunnel()) {
            case TunnelView.Disconnected(var failure) -> failure.ifPresent(c -> failure("Last attempt", c));
            case TunnelView.Connected connected -> {
                connected(connected);
                snapshot.key().ifPresent(this::key);
            }
            case TunnelView.Reconnecting(var _, var why, var _) -> failure("Lost", why);
            case TunnelView.Locked(var failure) -> {
                row("Because", "lockdown is on and no tunnel is up");
                failure.ifPresent(c -> failure("Last attempt", c));
                row("To open", "`ginnel pause 10m` for a while, `ginnel settings lockdown off` for good");
            }
            case TunnelView.Paused paused -> paused(paused, snapshot.settings());
            case TunnelView.Blocked blocked -> blocked(blocked, snapshot.settings());
            case TunnelView.Connecting _, TunnelView.Disconnecting _ -> {}
        }
        snapshot.disturbance().ifPresent(d -> row("Disturbed", DisturbanceWords.since(d, now)));
        snapshot.exitAddress().ifPresent(a -> row("Exit address", a));
        snapshot.traffic()
                .ifPresent(t -> row(
                        "Traffic", Amounts.bytes(t.rxBytes()) + " received, " + Amounts.bytes(t.txBytes()) + " sent"));
    }

    private void connected(TunnelView.Connected connected) {
        row("For", since(connected.since()));
        row("Chosen", TunnelWords.reason(connected.reason()));
        row(
                "Proven",
                connected.proof().by() + " answered through the tunnel in "
                        + Amounts.roundTrip(connected.proof().roundTrip()));
    }

    private void key(TunnelKey key) {
        var age = key.made().map(made -> "; " + age(made)).orElse("");
        row(
                "Key",
                (key.postQuantum() ? "post-quantum: what somebody records now stays unreadable" : "not post-quantum")
                        + age);
    }

    private String age(Instant made) {
        return Duration.between(made, now).toMinutes() < 1 ? "made just now" : "made " + since(made) + " ago";
    }

    private void paused(TunnelView.Paused paused, Settings settings) {
        row("Ends in", Amounts.left(Duration.between(now, paused.until())));
        row("Then", TunnelWords.then(paused, settings));
        row("To end it", "`ginnel resume`");
    }

    private void blocked(TunnelView.Blocked blocked, Settings settings) {
        row("For", since(blocked.since()));
        failure("What", blocked.cause());
        if (blocked.leaksPossible()) {
            row("To clean up", "`ginnel disconnect`");
        } else {
            row("To open", "`ginnel pause 10m` for a while, " + TunnelWords.opener(settings) + " for good");
        }
    }

    private void settings(Snapshot snapshot) {
        var settings = snapshot.settings();
        var locked = settings.lockdown();
        row("Lockdown", locked ? (snapshot.account().isPresent() ? "on" : "on, from the first login") : "off");
        row(
                "Local network",
                settings.allowLan() ? "stays reachable" : "blocked while connected" + (locked ? " or locked" : ""));
        row("DNS servers", settings.dns().isEmpty() ? "those of the VPN server" : SettingsText.servers(settings));
    }

    private void failure(String label, ErrorCause cause) {
        var words = Explanation.of(cause);
        row(label, words.what());
        row("Why", words.why());
        row("Next", words.next());
    }

    private String since(Instant since) {
        return Amounts.duration(Duration.between(since, now));
    }

    private static String account(Account account) {
        return account.keyHint() + " (" + account.tier().name() + ") at " + account.apiUrl();
    }

    private void row(String label, String value) {
        var padding = " ".repeat(Math.max(1, LABEL_COLUMNS - label.length()));
        lines.add(Line.of("  ").plus(Tone.QUIET, label).plus(padding).plus(value));
    }
}
