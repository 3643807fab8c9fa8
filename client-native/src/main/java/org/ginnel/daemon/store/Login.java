// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.account.Account;
import org.ginnel.account.ApiKey;
import org.ginnel.account.Tier;
import org.ginnel.relay.Server;

/// An account and all that was learnt with it. Prints without its secrets.
///
/// @param apiUrl where the API is
/// @param apiAddresses the addresses of the API's host as last resolved, so that it is found while names are
/// blocked
/// @param devicePrivateKey this device's WireGuard key for this account, in base64; made here, never sent
/// @param servers the tier's servers as last listed
/// @param issued configs by server id
public record Login(
        ApiKey key,
        String apiUrl,
        List<String> apiAddresses,
        Tier tier,
        String devicePrivateKey,
        List<Server> servers,
        Map<String, Issued> issued) {
    public Login {
        apiAddresses = List.copyOf(apiAddresses);
        servers = List.copyOf(servers);
        issued = Map.copyOf(issued);
    }

    /// What clients may see of it.
    public Account account() {
        return new Account(apiUrl, key.hint(), tier);
    }

    /// The server of that id, when the tier has it.
    public Optional<Server> server(String id) {
        return servers.stream().filter(server -> server.id().equals(id)).findFirst();
    }

    /// The same with a newer list.
    public Login with(Tier newTier, List<Server> newServers) {
        return new Login(key, apiUrl, apiAddresses, newTier, devicePrivateKey, newServers, issued);
    }

    /// The same with a config that was issued.
    public Login with(String serverId, Issued config) {
        Map<String, Issued> all = new LinkedHashMap<>(issued);
        all.put(serverId, config);
        return new Login(key, apiUrl, apiAddresses, tier, devicePrivateKey, servers, all);
    }

    /// The same with newer addresses of the API.
    public Login withApiAddresses(List<String> addresses) {
        return new Login(key, apiUrl, addresses, tier, devicePrivateKey, servers, issued);
    }

    @Override
    public String toString() {
        return "Login[" + apiUrl + ", " + tier.id() + ", " + servers.size() + " servers, " + issued.size()
                + " configs]";
    }

    /// A config that the API issued. Prints without it.
    ///
    /// @param clientName the operator's name for this device there
    /// @param config text with the private key
    public record Issued(String clientName, String config) {
        @Override
        public String toString() {
            return "Issued[" + clientName + "]";
        }
    }
}
