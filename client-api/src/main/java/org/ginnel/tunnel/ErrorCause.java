// SPDX-License-Identifier: Apache-2.0
package org.ginnel.tunnel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.wireguard.ConfigProblem;

/// Why something did not work: facts, never prose. Clients map each to a sentence and an advice.
public sealed interface ErrorCause {
    /// Nobody has logged in yet.
    record NotLoggedIn() implements ErrorCause {}

    /// The API's host could not be reached: no network, no DNS answer, nothing listens.
    record Offline(String host) implements ErrorCause {}

    /// The API's host answered, but not with a certificate we trust, or not with TLS.
    record ApiUntrusted(String host, String detail) implements ErrorCause {}

    /// The API refused the key (401).
    record KeyRefused() implements ErrorCause {}

    /// The API does not offer this server to this key (403).
    record TierRefused(String serverId) implements ErrorCause {}

    /// The API answered something that is not what the wire contract says.
    ///
    /// @param call such as `GET /api/servers`
    /// @param found what it was, such as `text/html` or `servers[2].port: 0`; at most 200 characters
    record ApiMalformed(String call, String found) implements ErrorCause {}

    /// The API answered more than a client reads.
    record ApiTooLarge(String call, long limitBytes) implements ErrorCause {}

    /// The API did not answer in time.
    record ApiTooSlow(String call, Duration limit) implements ErrorCause {}

    /// The API asks us to wait (429).
    record RateLimited(Optional<Duration> retryAfter) implements ErrorCause {}

    /// The API failed in its own way.
    ///
    /// @param status the HTTP status
    /// @param message what it said, at most 200 printable characters, may be empty
    record ApiFailed(String call, int status, String message) implements ErrorCause {}

    /// The tier offers no server at all.
    record NoServers() implements ErrorCause {}

    /// No server of that id is on the list.
    record UnknownServer(String serverId) implements ErrorCause {}

    /// The config is not one we run.
    record ConfigRefused(List<ConfigProblem> problems) implements ErrorCause {
        public ConfigRefused {
            problems = List.copyOf(problems);
        }
    }

    /// The endpoint's host name has no address.
    record EndpointUnresolved(String host) implements ErrorCause {}

    /// The server does not expect this device's key yet, says the operator: what runs there is behind, or away.
    record KeyPending(String serverId) implements ErrorCause {}

    /// The server never answered WireGuard's handshake.
    record NoHandshake(String endpoint, Duration waited) implements ErrorCause {}

    /// The handshake worked, but nothing came back through the tunnel.
    record TunnelSilent(String endpoint, Duration waited) implements ErrorCause {}

    /// Neither the server nor another one answers: what is down is the network that leads to both.
    ///
    /// @param server the id of the one that was used
    /// @param other the id of the one that was tried
    record NetworkDown(String server, String other) implements ErrorCause {}

    /// The device went away while we used it.
    record DeviceLost(String device) implements ErrorCause {}

    /// This machine has no WireGuard: neither the kernel's nor `wireguard-go`.
    record EngineMissing() implements ErrorCause {}

    /// The system refused a change we asked of it.
    ///
    /// @param part what we wanted to change
    /// @param tool the program or call that refused
    /// @param detail what it said, at most 200 printable characters
    record SystemRefused(Part part, String tool, String detail) implements ErrorCause {}

    /// The caller may look but not change: not the owner, not root, not in the group `ginnel`.
    record NotPermitted() implements ErrorCause {}

    /// Nobody listens on the daemon's socket. Made by clients, never sent.
    record DaemonUnreachable(String socket) implements ErrorCause {}

    /// Client and daemon do not speak the same version of the control protocol.
    ///
    /// @param ours that of whoever says so: the daemon's on the wire, the client's once a client tells it
    /// @param theirs that of the other side
    record VersionMismatch(int ours, int theirs) implements ErrorCause {}

    /// A request that is not one: too large, not JSON, out of range.
    record BadRequest(String detail) implements ErrorCause {}

    /// Everything may leave already, so there is nothing to pause.
    record NothingToPause() implements ErrorCause {}

    /// A newer request took this one's place.
    record Superseded() implements ErrorCause {}

    /// A defect of ours. The log has the rest under this code.
    record Defect(String code) implements ErrorCause {}

    /// What of the system [SystemRefused] speaks of.
    enum Part {
        FIREWALL,
        DEVICE,
        ROUTES,
        DNS,
        STORE
    }
}
