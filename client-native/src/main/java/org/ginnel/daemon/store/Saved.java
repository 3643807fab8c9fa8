// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.settings.Settings;
import org.ginnel.wireguard.IpLiteral;

/// All that the daemon keeps between two runs.
///
/// @param login empty while nobody is logged in
/// @param settings what the user decided
/// @param recents ids of servers lately used, newest first
/// @param wanted the tunnel that is wanted; empty while none is
/// @param pausedUntil until when everything may leave; empty when there is no pause
public record Saved(
        Optional<Login> login,
        Settings settings,
        List<String> recents,
        Optional<Wanted> wanted,
        Optional<Instant> pausedUntil) {
    /// How many recent servers are kept.
    public static final int MAX_RECENTS = 5;

    public Saved {
        recents = List.copyOf(recents);
    }

    /// What holds before the first use.
    public static Saved nothing() {
        return new Saved(Optional.empty(), Settings.defaults(), List.of(), Optional.empty(), Optional.empty());
    }

    /// The same with this login, or with none.
    public Saved with(Optional<Login> other) {
        return new Saved(other, settings, recents, wanted, pausedUntil);
    }

    /// The same with these settings.
    public Saved with(Settings other) {
        return new Saved(login, other, recents, wanted, pausedUntil);
    }

    /// The same with this tunnel wanted; a server that is wanted becomes the most recent one.
    public Saved wanting(Optional<Wanted> other) {
        List<String> used = new ArrayList<>(recents);
        other.ifPresent(tunnel -> {
            used.remove(tunnel.server().id());
            used.addFirst(tunnel.server().id());
        });
        var recent = used.subList(0, Math.min(MAX_RECENTS, used.size()));
        return new Saved(login, settings, recent, other, pausedUntil);
    }

    /// The same without a trace of the account.
    public Saved loggedOut() {
        return new Saved(Optional.empty(), settings, List.of(), Optional.empty(), Optional.empty());
    }

    /// The same, paused until then, or not.
    public Saved pausedUntil(Optional<Instant> until) {
        return new Saved(login, settings, recents, wanted, until);
    }

    /// Whether nothing may leave without a tunnel either: never before somebody has logged in.
    public boolean isLockedDown() {
        return settings.lockdown() && login.isPresent();
    }

    /// Whom the user wants to be asked for names; empty: whom the config names.
    public List<InetAddress> resolvers() {
        return settings.dns().stream()
                .map(IpLiteral::parse)
                .flatMap(Optional::stream)
                .toList();
    }
}
