// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import java.util.Optional;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.Server;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.TunnelView;

/// The state of the tunnel in one line.
public final class TunnelWords {
    private TunnelWords() {}

    /// Such as `Connected to Frankfurt, Germany (eu-central-1)`.
    public static Line headline(TunnelView view) {
        return switch (view) {
            case TunnelView.Disconnected _ -> Line.of(Tone.STRONG, "Disconnected");
            case TunnelView.Connecting(var server, var phase, var attempt) ->
                Line.of(Tone.STRONG, "Connecting" + to(server))
                        .plus(": " + phase(phase) + (attempt > 1 ? ", attempt " + attempt : ""));
            case TunnelView.Connected(var server, var _, var _, var _, var next) ->
                Line.of(Tone.GOOD, "Connected")
                        .plus(Tone.STRONG, " to " + place(server))
                        .plus(next.map(TunnelWords::switching)
                                .map(s -> "; " + s)
                                .orElse(""));
            case TunnelView.Reconnecting(var server, var _, var attempt) ->
                Line.of(Tone.WARNING, "Reconnecting")
                        .plus(Tone.STRONG, " to " + place(server))
                        .plus(", attempt " + attempt + "; nothing leaves meanwhile");
            case TunnelView.Disconnecting _ -> Line.of(Tone.STRONG, "Disconnecting");
            case TunnelView.Locked _ -> Line.of(Tone.STRONG, "Locked").plus(": nothing leaves this computer");
            case TunnelView.Paused _ -> Line.of(Tone.WARNING, "Paused").plus(": everything may leave unprotected");
            case TunnelView.Blocked(var _, var _, var leaksPossible) ->
                leaksPossible
                        ? Line.of(Tone.BAD, "Blocked, but not surely").plus(": traffic may leave unprotected")
                        : Line.of(Tone.WARNING, "Blocked").plus(": nothing leaves this computer");
        };
    }

    /// As [#headline], but short enough for a line that the next one replaces.
    public static Line progress(TunnelView view) {
        return switch (view) {
            case TunnelView.Connecting(var server, var phase, var _) -> {
                var to = server.map(s -> " to " + Printable.fit(s.name(), 20)).orElse("");
                yield Line.of("Connecting" + to + ": " + phase(phase) + "\u2026");
            }
            case TunnelView.Reconnecting(var server, var _, var _) ->
                Line.of("Reconnecting to " + Printable.fit(server.name(), 20) + "\u2026");
            case TunnelView.Connected(var _, var _, var _, var _, var next)
            when next.isPresent() -> {
                var to = next.get()
                        .server()
                        .map(s -> " to " + Printable.fit(s.name(), 20))
                        .orElse("");
                yield Line.of("Switching" + to + ": " + phase(next.get().phase()) + "\u2026");
            }
            case TunnelView.Disconnected _,
                    TunnelView.Connected _,
                    TunnelView.Disconnecting _,
                    TunnelView.Locked _,
                    TunnelView.Paused _,
                    TunnelView.Blocked _ -> headline(view);
        };
    }

    /// What a tunnel in this state means for somebody whose request has just failed.
    public static String consequence(Snapshot snapshot) {
        var view = snapshot.tunnel();
        return switch (view) {
            case TunnelView.Disconnected _ -> "You are disconnected, and nothing on this computer was changed.";
            case TunnelView.Connected(var server, var _, var _, var _, var _) ->
                "You are still connected to " + place(server) + ".";
            case TunnelView.Blocked(var _, var _, var leaksPossible) ->
                leaksPossible
                        ? "Traffic may leave unprotected; `ginnel disconnect` cleans up."
                        : "Nothing leaves this computer until you connect, or open it: `ginnel pause 10m` for a while, "
                                + opener(snapshot.settings()) + " for good.";
            case TunnelView.Locked _ ->
                "Nothing leaves this computer, because lockdown is on: `ginnel pause 10m` opens it for a while.";
            case TunnelView.Paused _ -> "Everything may leave this computer until the pause ends, or `ginnel resume`.";
            case TunnelView.Connecting _, TunnelView.Reconnecting _, TunnelView.Disconnecting _ ->
                headline(view).plain() + ".";
        };
    }

    /// What comes back after a pause.
    static String then(TunnelView.Paused paused, Settings settings) {
        return paused.then()
                .map(server -> "connects to " + place(server) + " again")
                .orElse(
                        settings.lockdown()
                                ? "lockdown: nothing leaves again"
                                : "blocked as before: nothing leaves again");
    }

    /// What opens a block for good.
    static String opener(Settings settings) {
        return settings.lockdown() ? "`ginnel settings lockdown off` and `ginnel disconnect`" : "`ginnel disconnect`";
    }

    /// Why this server, such as `as the fastest of 14 that answered, out of 15: 9.0 ms`.
    static String reason(Reason reason) {
        return switch (reason) {
            case Reason.ChosenByUser() -> "by you";
            case Reason.Fastest(var roundTrip, var measured, var of) ->
                "as the fastest" + among(measured, of) + ": " + Amounts.roundTrip(roundTrip);
            case Reason.Preferred(var roundTrip, var shortest, var merit, var measured, var of) ->
                "as the best" + among(measured, of) + ": " + Amounts.roundTrip(roundTrip) + ", where the nearest takes "
                        + Amounts.roundTrip(shortest) + "; " + merit(merit);
            case Reason.Instead(var of) -> "instead of " + Printable.fit(of, 40) + ", which did not answer any more";
            case Reason.FirstOfList(var of) -> "as the first of " + of + ": none was measured";
        };
    }

    private static String among(int measured, int of) {
        return " of " + measured + " that answered, out of " + of;
    }

    private static String merit(Reason.Merit merit) {
        return switch (merit) {
            case AS_BEFORE -> "it was chosen before, and no other is clearly better";
            case LESS_BUSY -> "it is less busy";
            case LOSES_LESS -> "it loses fewer packets";
            case OPERATORS_WEIGHT -> "its operator would have it used more";
        };
    }

    /// City, country and id.
    public static String place(Server server) {
        var city = Printable.fit(server.name(), 40);
        var country = Printable.fit(server.country(), 40);
        return city + (country.isBlank() ? "" : ", " + country) + " (" + server.id() + ")";
    }

    private static String switching(TunnelView.Next next) {
        return "switching" + to(next.server()) + ": " + phase(next.phase());
    }

    private static String to(Optional<Server> server) {
        return server.map(s -> " to " + place(s)).orElse("");
    }

    private static String phase(TunnelView.Phase phase) {
        return switch (phase) {
            case CHOOSING -> "choosing a server";
            case PROVISIONING -> "asking the operator for a config";
            case SECURING -> "closing the firewall";
            case HANDSHAKE -> "waiting for the server's handshake";
            case PROVING -> "proving that the tunnel carries traffic";
        };
    }
}
