// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.json;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ginnel.account.Account;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.Server;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Proof;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.Traffic;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.tunnel.TunnelView;
import org.jspecify.annotations.Nullable;

/// How things are, as `docs/status.schema.json` describes it.
public final class StatusJson {
    private StatusJson() {}

    /// The document.
    ///
    /// @param mayChange whether the caller may do more than look
    public static Map<String, @Nullable Object> of(Snapshot snapshot, boolean mayChange) {
        var view = snapshot.tunnel();
        return new Fields()
                .with("schema", 1)
                .with("state", Fields.tag(view.getClass().getSimpleName()))
                .maybe("server", server(view).map(s -> Fields.of(s).map()))
                .maybe("phase", phase(view))
                .maybe("attempt", attempt(view))
                .maybe("since", since(view).map(Instant::toString))
                .maybe("until", paused(view).map(p -> p.until().toString()))
                .maybe("then", then(view))
                .maybe("next", next(view))
                .maybe("chosen", chosen(view))
                .maybe("proof", proof(view))
                .maybe("key", snapshot.key().map(StatusJson::key))
                .maybe("leaks_possible", leaksPossible(view))
                .maybe("error", error(view).map(ErrorJson::fields))
                .maybe("exit_address", snapshot.exitAddress())
                .maybe("traffic", snapshot.traffic().map(StatusJson::traffic))
                .maybe("account", snapshot.account().map(StatusJson::account))
                .with("recents", snapshot.recents())
                .with("settings", settings(snapshot.settings()))
                .maybe("disturbance", snapshot.disturbance().map(StatusJson::disturbance))
                .with("measuring", snapshot.measuring())
                .with("may_change", mayChange)
                .with("revision", snapshot.revision())
                .map();
    }

    private static Optional<Server> server(TunnelView view) {
        return switch (view) {
            case TunnelView.Connecting(var server, var _, var _) -> server;
            case TunnelView.Connected(var server, var _, var _, var _, var _) -> Optional.of(server);
            case TunnelView.Reconnecting(var server, var _, var _) -> Optional.of(server);
            case TunnelView.Disconnected _,
                    TunnelView.Disconnecting _,
                    TunnelView.Locked _,
                    TunnelView.Paused _,
                    TunnelView.Blocked _ -> Optional.empty();
        };
    }

    private static Optional<TunnelView.Paused> paused(TunnelView view) {
        return view instanceof TunnelView.Paused paused ? Optional.of(paused) : Optional.empty();
    }

    private static Optional<Map<String, @Nullable Object>> then(TunnelView view) {
        return paused(view)
                .flatMap(TunnelView.Paused::then)
                .map(server -> Fields.of(server).map());
    }

    private static Optional<Map<String, @Nullable Object>> next(TunnelView view) {
        return view instanceof TunnelView.Connected connected
                ? connected
                        .next()
                        .map(next -> new Fields()
                                .maybe(
                                        "server",
                                        next.server().map(s -> Fields.of(s).map()))
                                .with("phase", Fields.tag(next.phase().name()))
                                .map())
                : Optional.empty();
    }

    private static Map<String, @Nullable Object> key(TunnelKey key) {
        return new Fields()
                .with("post_quantum", key.postQuantum())
                .maybe("made", key.made().map(Instant::toString))
                .map();
    }

    private static Map<String, @Nullable Object> traffic(Traffic traffic) {
        return new Fields()
                .with("rx_bytes", traffic.rxBytes())
                .with("tx_bytes", traffic.txBytes())
                .map();
    }

    private static Map<String, @Nullable Object> settings(Settings settings) {
        return new Fields()
                .with("allow_lan", settings.allowLan())
                .with("lockdown", settings.lockdown())
                .with("dns", settings.dns())
                .with("keys_for_s", settings.keyTime().toSeconds())
                .map();
    }

    private static Optional<String> phase(TunnelView view) {
        return view instanceof TunnelView.Connecting(var _, var phase, var _)
                ? Optional.of(Fields.tag(phase.name()))
                : Optional.empty();
    }

    private static Optional<Integer> attempt(TunnelView view) {
        return switch (view) {
            case TunnelView.Connecting(var _, var _, var attempt) -> Optional.of(attempt);
            case TunnelView.Reconnecting(var _, var _, var attempt) -> Optional.of(attempt);
            case TunnelView.Disconnected _,
                    TunnelView.Connected _,
                    TunnelView.Disconnecting _,
                    TunnelView.Locked _,
                    TunnelView.Paused _,
                    TunnelView.Blocked _ -> Optional.empty();
        };
    }

    private static Optional<Instant> since(TunnelView view) {
        return switch (view) {
            case TunnelView.Connected(var _, var since, var _, var _, var _) -> Optional.of(since);
            case TunnelView.Blocked(var _, var since, var _) -> Optional.of(since);
            case TunnelView.Disconnected _,
                    TunnelView.Connecting _,
                    TunnelView.Reconnecting _,
                    TunnelView.Locked _,
                    TunnelView.Paused _,
                    TunnelView.Disconnecting _ -> Optional.empty();
        };
    }

    private static Optional<ErrorCause> error(TunnelView view) {
        return switch (view) {
            case TunnelView.Disconnected(var failure) -> failure;
            case TunnelView.Locked(var failure) -> failure;
            case TunnelView.Reconnecting(var _, var why, var _) -> Optional.of(why);
            case TunnelView.Blocked(var cause, var _, var _) -> Optional.of(cause);
            case TunnelView.Connecting _, TunnelView.Connected _, TunnelView.Paused _, TunnelView.Disconnecting _ ->
                Optional.empty();
        };
    }

    private static Optional<Boolean> leaksPossible(TunnelView view) {
        return view instanceof TunnelView.Blocked(var _, var _, var leaks) ? Optional.of(leaks) : Optional.empty();
    }

    private static Optional<Map<String, @Nullable Object>> chosen(TunnelView view) {
        return view instanceof TunnelView.Connected(var _, var _, var _, var reason, var _)
                ? Optional.of(reason(reason).map())
                : Optional.empty();
    }

    private static Fields reason(Reason reason) {
        return switch (reason) {
            case Reason.ChosenByUser() ->
                new Fields()
                        .with("by", "user")
                        .nothing("round_trip_ms")
                        .nothing("shortest_ms")
                        .nothing("answered")
                        .nothing("of");
            case Reason.Fastest(var roundTrip, var measured, var of) ->
                new Fields()
                        .with("by", "latency")
                        .with("round_trip_ms", Fields.millis(roundTrip))
                        .with("shortest_ms", Fields.millis(roundTrip))
                        .with("answered", measured)
                        .with("of", of);
            case Reason.Preferred(var roundTrip, var shortest, var merit, var measured, var of) ->
                new Fields()
                        .with("by", merit(merit))
                        .with("round_trip_ms", Fields.millis(roundTrip))
                        .with("shortest_ms", Fields.millis(shortest))
                        .with("answered", measured)
                        .with("of", of);
            case Reason.Instead _ ->
                new Fields()
                        .with("by", "failover")
                        .nothing("round_trip_ms")
                        .nothing("shortest_ms")
                        .nothing("answered")
                        .nothing("of");
            case Reason.FirstOfList(var of) ->
                new Fields()
                        .with("by", "order")
                        .nothing("round_trip_ms")
                        .nothing("shortest_ms")
                        .nothing("answered")
                        .with("of", of);
        };
    }

    private static String merit(Reason.Merit merit) {
        return switch (merit) {
            case AS_BEFORE -> "habit";
            case LESS_BUSY -> "load";
            case LOSES_LESS -> "loss";
            case OPERATORS_WEIGHT -> "weight";
        };
    }

    private static Optional<Map<String, @Nullable Object>> proof(TunnelView view) {
        return view instanceof TunnelView.Connected(var _, var _, Proof(var at, var roundTrip, var by), var _, var _)
                ? Optional.of(new Fields()
                        .with("at", at.toString())
                        .with("round_trip_ms", Fields.millis(roundTrip))
                        .with("by", by)
                        .map())
                : Optional.empty();
    }

    private static Map<String, @Nullable Object> disturbance(Disturbance disturbance) {
        return new Fields()
                .with("part", Fields.tag(disturbance.part().name()))
                .with("last", disturbance.last().toString())
                .with("times", disturbance.times())
                .map();
    }

    private static Map<String, @Nullable Object> account(Account account) {
        return new Fields()
                .with("api_url", account.apiUrl())
                .with("key_hint", account.keyHint())
                .with(
                        "tier",
                        new Fields()
                                .with("id", account.tier().id())
                                .with("name", account.tier().name())
                                .with("max_servers", account.tier().maxServers())
                                .map())
                .map();
    }
}
