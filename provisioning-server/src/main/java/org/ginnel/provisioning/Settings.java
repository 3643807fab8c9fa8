// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.ginnel.provisioning.api.Origins;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.http.TlsKeystore;
import org.ginnel.provisioning.key.Secret;
import org.ginnel.provisioning.store.Location;

/// Everything a running server is made from.
///
/// @param listen port 0 takes any free one
/// @param database an SQLite file is made where there is none
/// @param tls plain HTTP when absent
/// @param origins which proxies are believed about where a call came from
/// @param development hands out keys to whoever asks, so it listens on loopback only
/// @param agentWait how long a gateway may take to apply a change before the call fails
/// @param pollWait how long an agent's call may wait for a change
public record Settings(
        InetSocketAddress listen,
        Location database,
        Secret secret,
        Fleet fleet,
        Optional<TlsKeystore> tls,
        Origins origins,
        boolean development,
        Duration agentWait,
        Duration pollWait) {
    /// Longer than an agent stays away between two attempts, so that the first call after an outage finds it again;
    /// far shorter than any client waits.
    static final Duration AGENT_WAIT = Duration.ofSeconds(5);

    static final Duration POLL_WAIT = Duration.ofSeconds(25);

    public Settings {
        if (development && !listen.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("Development mode gives keys to whoever asks, so it listens on loopback"
                    + " only. Choose --listen 127.0.0.1:PORT, or make keys with `key create` instead.");
        }
    }

    /// A server on a free port of loopback, without TLS.
    public static Settings local(Path database, Secret secret, Fleet fleet) {
        return new Settings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Location.file(database),
                secret,
                fleet,
                Optional.empty(),
                Origins.NONE,
                false,
                AGENT_WAIT,
                POLL_WAIT);
    }

    public Settings withListen(InetSocketAddress other) {
        return new Settings(other, database, secret, fleet, tls, origins, development, agentWait, pollWait);
    }

    public Settings withDatabase(Location other) {
        return new Settings(listen, other, secret, fleet, tls, origins, development, agentWait, pollWait);
    }

    public Settings withFleet(Fleet other) {
        return new Settings(listen, database, secret, other, tls, origins, development, agentWait, pollWait);
    }

    public Settings withTls(TlsKeystore keystore) {
        return new Settings(
                listen, database, secret, fleet, Optional.of(keystore), origins, development, agentWait, pollWait);
    }

    public Settings withDevelopment(boolean on) {
        return new Settings(listen, database, secret, fleet, tls, origins, on, agentWait, pollWait);
    }

    public Settings withWaits(Duration agent, Duration poll) {
        return new Settings(listen, database, secret, fleet, tls, origins, development, agent, poll);
    }

    public Settings withOrigins(Origins other) {
        return new Settings(listen, database, secret, fleet, tls, other, development, agentWait, pollWait);
    }
}
