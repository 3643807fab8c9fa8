// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.util.List;
import java.util.Optional;
import org.ginnel.account.Account;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.tunnel.Proof;
import org.ginnel.tunnel.Traffic;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.tunnel.TunnelView;

/// All a client may show, at one moment. The daemon's snapshot is the only truth; clients keep no second copy.
///
/// @param revision grows with every change
/// @param tunnel the state in the user's words
/// @param account empty until somebody logs in
/// @param serversRevision grows whenever the answer to [Request.ListServers] would change
/// @param measuring whether latencies are being measured now
/// @param recents ids of servers lately used, newest first, at most 5
/// @param favourites ids of servers that the user marked, in the order of marking, at most
///     [Request#MAX_FAVOURITES]; the operator may no longer offer some of them
/// @param ownServers how many servers of the user's own there are, from configs
/// @param exitAddress the address the operator's API sees us come from; empty while unknown
/// @param traffic what the device has carried; empty without a device, and while nobody
///     [watches figures][Request.Watch]
/// @param settings what the user decided
/// @param disturbance what another program changed of our protection lately; empty when none did
/// @param key what the tunnel that carries traffic runs on; empty without one, and for a server of the user's
///     own
public record Snapshot(
        long revision,
        TunnelView tunnel,
        Optional<Account> account,
        long serversRevision,
        boolean measuring,
        List<String> recents,
        List<String> favourites,
        int ownServers,
        Optional<String> exitAddress,
        Optional<Traffic> traffic,
        Settings settings,
        Optional<Disturbance> disturbance,
        Optional<TunnelKey> key) {
    public Snapshot {
        recents = List.copyOf(recents);
        favourites = List.copyOf(favourites);
    }

    /// Whether there is anything to connect to: an account, or a server of the user's own.
    public boolean isReady() {
        return account.isPresent() || ownServers > 0;
    }

    /// Whether it differs from the other one in nothing but what changes while all stays as it is: the revision,
    /// what was carried, and the latest proof of the same tunnel.
    public boolean isSameButForFigures(Snapshot other) {
        return withFiguresOf(other).equals(other);
    }

    private Snapshot withFiguresOf(Snapshot other) {
        return new Snapshot(
                other.revision,
                other.tunnel instanceof TunnelView.Connected(var _, var _, var proof, var _, var _)
                        ? provenBy(proof)
                        : tunnel,
                account,
                serversRevision,
                measuring,
                recents,
                favourites,
                ownServers,
                exitAddress,
                other.traffic,
                settings,
                disturbance,
                key);
    }

    private TunnelView provenBy(Proof proof) {
        return tunnel instanceof TunnelView.Connected(var server, var since, var _, var reason, var next)
                ? new TunnelView.Connected(server, since, proof, reason, next)
                : tunnel;
    }
}
