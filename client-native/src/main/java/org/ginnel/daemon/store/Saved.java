// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.control.Request;
import org.ginnel.relay.Server;
import org.ginnel.settings.Settings;
import org.ginnel.wireguard.IpLiteral;

/// All that the daemon keeps between two runs.
///
/// @param login empty while nobody is logged in
/// @param settings what the user decided
/// @param recents ids of servers lately used, newest first
/// @param favourites ids of servers that the user marked, in the order of marking
/// @param own servers that the user brought along, the newest last
/// @param wanted the tunnel that is wanted; empty while none is
/// @param pausedUntil until when everything may leave; empty when there is no pause
public record Saved(
        Optional<Login> login,
        Settings settings,
        List<String> recents,
        List<String> favourites,
        List<OwnServer> own,
        Optional<Wanted> wanted,
        Optional<Instant> pausedUntil) {
    /// How many recent servers are kept.
    public static final int MAX_RECENTS = 5;

    public Saved {
        recents = List.copyOf(recents);
        favourites = List.copyOf(favourites);
        own = List.copyOf(own);
    }

    /// What holds before the first use.
    public static Saved nothing() {
        return new Saved(
                Optional.empty(),
                Settings.defaults(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /// The same with this login, or with none.
    public Saved with(Optional<Login> other) {
        return new Saved(other, settings, recents, favourites, own, wanted, pausedUntil);
    }

    /// The same with these settings.
    public Saved with(Settings other) {
        return new Saved(login, other, recents, favourites, own, wanted, pausedUntil);
    }

    /// The same with this tunnel wanted; a server that is wanted becomes the most recent one.
    public Saved wanting(Optional<Wanted> other) {
        List<String> used = new ArrayList<>(recents);
        other.ifPresent(tunnel -> {
            used.remove(tunnel.server().id());
            used.addFirst(tunnel.server().id());
        });
        var recent = used.subList(0, Math.min(MAX_RECENTS, used.size()));
        return new Saved(login, settings, recent, favourites, own, other, pausedUntil);
    }

    /// The same, whose keys are to be replaced as soon as that can be.
    public Saved withWornKeys() {
        return new Saved(login.map(Login::wornOut), settings, recents, favourites, own, wanted, pausedUntil);
    }

    /// The same with this server marked, as the newest of at most [Request#MAX_FAVOURITES], or not marked.
    public Saved favouring(String serverId, boolean marked) {
        List<String> next = new ArrayList<>(favourites);
        next.remove(serverId);
        if (marked) {
            next.add(serverId);
        }
        var kept = next.subList(Math.max(0, next.size() - Request.MAX_FAVOURITES), next.size());
        return new Saved(login, settings, recents, kept, own, wanted, pausedUntil);
    }

    /// The same with that server of the user's own, in place of one of the same id.
    public Saved withOwn(OwnServer added) {
        List<OwnServer> next = new ArrayList<>(own);
        next.removeIf(one -> one.server().id().equals(added.server().id()));
        next.add(added);
        return new Saved(login, settings, recents, favourites, next, wanted, pausedUntil);
    }

    /// The same without it.
    public Saved withoutOwn(String serverId) {
        var next =
                own.stream().filter(one -> !one.server().id().equals(serverId)).toList();
        return new Saved(login, settings, recents, favourites, next, wanted, pausedUntil);
    }

    /// The server of the user's own of that id.
    public Optional<OwnServer> own(String serverId) {
        return own.stream().filter(one -> one.server().id().equals(serverId)).findFirst();
    }

    /// Every server there is: the operator's as last listed, and the user's own. An operator cannot take the place of
    /// one of these.
    public List<Server> servers() {
        var mine = own.stream().map(OwnServer::server).toList();
        var theirs = login.map(Login::servers).orElse(List.of()).stream()
                .filter(server -> own(server.id()).isEmpty());
        return Stream.concat(theirs, mine.stream()).toList();
    }

    /// The same without a trace of the account. What the user brought along stays.
    public Saved loggedOut() {
        return new Saved(Optional.empty(), settings, List.of(), List.of(), own, Optional.empty(), Optional.empty());
    }

    /// The same, paused until then, or not.
    public Saved pausedUntil(Optional<Instant> until) {
        return new Saved(login, settings, recents, favourites, own, wanted, until);
    }

    /// Whether nothing may leave without a tunnel either: never before there is one to be had.
    public boolean isLockedDown() {
        return settings.lockdown() && (login.isPresent() || !own.isEmpty());
    }

    /// Whether nothing may leave until somebody knows better, when the machine comes up with this.
    public boolean isWantedClosed() {
        return isLockedDown() || wanted.isPresent();
    }

    /// Whom the user wants to be asked for names; empty: whom the config names.
    public List<InetAddress> resolvers() {
        return settings.dns().stream()
                .map(IpLiteral::parse)
                .flatMap(Optional::stream)
                .toList();
    }
}
