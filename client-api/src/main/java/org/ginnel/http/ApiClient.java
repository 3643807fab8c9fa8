// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.ginnel.account.ApiKey;
import org.ginnel.account.ApiUrl;
import org.ginnel.agreement.Offer;
import org.ginnel.relay.ServerList;
import org.ginnel.wireguard.PublicKey;

/// One operator's API as one key sees it: the legacy surface of the wire contract, which every server speaks,
/// and the part of `/api/v1` that a device needs, which [Missing] says a server lacks. Calls block for at most
/// the [Timeouts] of the transport, throw nothing, and say what went wrong; interrupting the virtual thread of
/// a call gives it up, which fails as [org.ginnel.tunnel.ErrorCause.Superseded] and leaves the interrupt set.
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

    /// The servers of the key's tier, with what is needed to connect a device to each.
    public ApiResult<Relays> relays() {
        return transport.send(new RelaysCall(), url, key);
    }

    /// Makes a device of a public key. Asking again for the same key gives the same one.
    ///
    /// @param device the public half of a key that no config has
    /// @param deviceName for the user's list of devices; cut to 64 printable characters
    public ApiResult<Enrolment> register(PublicKey device, String deviceName) {
        return transport.send(new RegisterCall(device, deviceName), url, key);
    }

    /// The device as it is now.
    ///
    /// @param id see [Enrolment#id()]; so below
    public ApiResult<Enrolment> device(String id) {
        return transport.send(new DeviceCall(id), url, key);
    }

    /// Gives the device another key, with other addresses. Asking again for the same key changes nothing.
    ///
    /// @param overlap how long the key before stays valid, in whole seconds, 0 to 86,400
    public ApiResult<Enrolment> rotate(String id, PublicKey next, Duration overlap) {
        return transport.send(new RotateCall(id, next, overlap), url, key);
    }

    /// Agrees on a pre-shared key for the device's key by ML-KEM-1024; it never travels. Each time it is
    /// another one, and the servers expect it from then on: not to be called for a key that a tunnel runs on.
    ///
    /// @param device the key in use
    public ApiResult<Agreed> agree(String id, PublicKey device) {
        return transport.send(new AgreeCall(id, device, Offer.generate()), url, key);
    }

    /// Takes the device back, with all its keys.
    public ApiResult<Removed> remove(String id) {
        return transport.send(new RemoveCall(id), url, key);
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
