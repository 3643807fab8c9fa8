// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.net.InetAddress;
import java.util.List;
import org.ginnel.account.ApiKey;
import org.ginnel.account.ApiUrl;
import org.ginnel.relay.ServerList;
import org.ginnel.wireguard.PublicKey;

/// One operator's API as one key sees it: the legacy surface of the wire contract, which every server speaks. Calls
/// block for at most the [Timeouts] of the transport, throw nothing, and say what went wrong; interrupting the virtual
/// thread of a call gives it up, which fails as [org.ginnel.tunnel.ErrorCause.Superseded] and leaves the interrupt set.
/// Thread-safe and free to make.
public final class ApiClient {
    private final ApiUrl url;
    private final ApiKey key;
    private final ApiTransport transport;

    /// A client that has not called anybody yet.
    ///
    /// @param transport shared by any number of clients; stays the caller's to close
    public ApiClient(ApiUrl url, ApiKey key, ApiTransport transport) {
        this.url = url;
        this.key = key;
        this.transport = transport;
    }

    /// The servers of the key's tier. Entries that are wrong are left out, see [ServerList#skipped()]; when none of
    /// them is right, the answer is malformed.
    public ApiResult<ServerList> servers() {
        return transport.send(new ServersCall(), url, key);
    }

    /// A config for one server. Asking again for the same key gives the same one, except from legacy servers.
    ///
    /// @param device the public half of this device's key
    /// @param deviceName for the user's list of devices; cut to 64 printable characters
    public ApiResult<Provision> provision(String serverId, PublicKey device, String deviceName) {
        return transport.send(new ProvisionCall(serverId, device, deviceName), url, key);
    }

    /// Removes a device.
    ///
    /// @param clientName see [Provision#clientName()]
    public ApiResult<Revoked> revoke(String clientName) {
        return transport.send(new RevokeCall(clientName), url, key);
    }

    /// How the API is. Sends no key.
    public ApiResult<Health> health() {
        return transport.send(new HealthCall(), url, key);
    }

    /// The address that the API sees us come from. Sends no key. Legacy servers answer
    /// [org.ginnel.tunnel.ErrorCause.ApiMalformed] or [org.ginnel.tunnel.ErrorCause.ApiFailed].
    public ApiResult<InetAddress> whoami() {
        return transport.send(new WhoamiCall(), url, key);
    }

    /// Where the API was found when it was last called, for a firewall to let it through; none before.
    public List<InetAddress> addresses() {
        return transport.addresses(url);
    }

    /// Where the API lives.
    public ApiUrl url() {
        return url;
    }
}
