// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.port.Routes;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.store.Saved;
import org.ginnel.daemon.store.StateFile;
import org.ginnel.tunnel.ErrorCause;

/// What is done without a running daemon: to close before there is a network, and to put everything back.
final class Shutter {
    private final StateFile file;
    private final Firewall firewall;

    Shutter(StateFile file, Firewall firewall) {
        this.file = file;
        this.firewall = firewall;
    }

    /// Lets nothing out when a tunnel or the lockdown is wanted, until the daemon runs and knows better. What
    /// was wanted and cannot be read counts as wanted. Before the first use nothing is wanted.
    ///
    /// @param now a pause that lasts until later is respected
    /// @throws IOException when it cannot be closed, or when what was wanted cannot be read; closed is then
    /// what holds
    void lock(Instant now) throws IOException {
        Saved saved;
        try {
            saved = file.read();
        } catch (IOException e) {
            close(false);
            throw e;
        }
        var paused = saved.pausedUntil().filter(now::isBefore).isPresent();
        if (!paused && saved.isWantedClosed()) {
            close(saved.settings().allowLan());
        }
    }

    private void close(boolean allowLan) throws IOException {
        demand(firewall.apply(FirewallPolicy.Closed.entirely(allowLan)));
    }

    /// Puts back what a daemon left, opens, and wants neither a tunnel nor the lockdown any more; the login
    /// stays. Every part is tried whatever becomes of the one before.
    ///
    /// @param socket where a daemon would listen
    /// @param stopCommand how a person stops it here
    /// @throws IOException when one is running, which would not hear of it, or when a part cannot be put back
    void release(Path socket, String stopCommand, Dns dns, Routes routes, Collection<TunnelDevice> devices)
            throws IOException {
        if (isServed(socket)) {
            throw new IOException("it is running: stop it first (" + stopCommand + ")");
        }
        var saved = file.read();
        var kept = file.write(saved.wanting(Optional.empty())
                .pausedUntil(Optional.empty())
                .with(saved.settings().withLockdown(false)));
        var parts = new ArrayList<>(List.of(kept, dns.restore(), routes.restore()));
        devices.forEach(device -> parts.add(device.stop()));
        parts.add(
                firewall.comeUp(FirewallPolicy.Closed.entirely(saved.settings().allowLan()), false));
        parts.add(firewall.apply(new FirewallPolicy.Open()));
        demand(parts.stream().flatMap(Optional::stream).findFirst());
    }

    private static boolean isServed(Path socket) {
        try (var _ = ControlClient.connect(socket, "release")) {
            return true;
        } catch (ControlException e) {
            return !(e.errorCause() instanceof ErrorCause.DaemonUnreachable);
        }
    }

    private static void demand(Optional<ErrorCause> refused) throws IOException {
        if (refused.isPresent()) {
            throw new IOException(refused.get().toString());
        }
    }
}
