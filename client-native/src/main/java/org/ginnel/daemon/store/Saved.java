// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.settings.Settings;

/// All that the daemon keeps between two runs.
///
/// @param login empty while nobody is logged in
/// @param settings what the user decided
/// @param recents ids of servers lately used, newest first
/// @param wanted the tunnel that is wanted; empty while none is
public record Saved(Optional<Login> login, Settings settings, List<String> recents, Optional<Wanted> wanted) {
    /// How many recent servers are kept.
    public static final int MAX_RECENTS = 5;

    public Saved {
        recents = List.copyOf(recents);
    }

    /// What holds before the first use.
    public static Saved nothing() {
        return new Saved(Optional.empty(), Settings.defaults(), List.of(), Optional.empty());
    }

    /// The same with this login, or with none.
    public Saved with(Optional<Login> other) {
        return new Saved(other, settings, recents, wanted);
    }

    /// The same with these settings.
    public Saved with(Settings other) {
        return new Saved(login, other, recents, wanted);
    }

    /// The same with this tunnel wanted; a server that is wanted becomes the most recent one.
    public Saved wanting(Optional<Wanted> other) {
        List<String> used = new ArrayList<>(recents);
        other.ifPresent(tunnel -> {
            used.remove(tunnel.server().id());
            used.addFirst(tunnel.server().id());
        });
        return new Saved(login, settings, used.subList(0, Math.min(MAX_RECENTS, used.size())), other);
    }

    /// The same without a trace of the account.
    public Saved loggedOut() {
        return new Saved(Optional.empty(), settings, List.of(), Optional.empty());
    }
}
