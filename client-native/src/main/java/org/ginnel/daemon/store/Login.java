// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.account.Account;
import org.ginnel.account.ApiKey;
import org.ginnel.account.Surface;
import org.ginnel.account.Tier;
import org.ginnel.relay.Reach;
import org.ginnel.relay.Server;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.ConfigParser;
import org.ginnel.wireguard.ConfigResult;
import org.ginnel.wireguard.PrivateKey;

/// An account and all that was learnt with it. Prints without its secrets.
///
/// @param apiUrl where the API is
/// @param apiAddresses the addresses of the API's host as last resolved, so that it is found while names are
/// blocked
/// @param devicePrivateKey this device's WireGuard key for configs of the legacy surface, in base64; made here,
///     never sent
/// @param servers the tier's servers as last listed
/// @param issued configs of the legacy surface by server id
/// @param surface what the API speaks
/// @param reaches how servers are reached, by their ids, as last listed
/// @param device what the operator has made of this machine by `/api/v1`
/// @param outdated what is to be given back, the oldest first, at most [#MAX_OUTDATED]
public record Login(
        ApiKey key,
        String apiUrl,
        List<String> apiAddresses,
        Tier tier,
        String devicePrivateKey,
        List<Server> servers,
        Map<String, Issued> issued,
        Surface surface,
        Map<String, KeptReach> reaches,
        Device device,
        List<Outdated> outdated) {
    /// How many peers wait to be given back.
    public static final int MAX_OUTDATED = 100;

    public Login {
        apiAddresses = List.copyOf(apiAddresses);
        servers = List.copyOf(servers);
        issued = Map.copyOf(issued);
        reaches = Map.copyOf(reaches);
        outdated = List.copyOf(outdated);
    }

    /// One of which nothing is known but what every API tells.
    public Login(
            ApiKey key,
            String apiUrl,
            List<String> apiAddresses,
            Tier tier,
            String devicePrivateKey,
            List<Server> servers,
            Map<String, Issued> issued) {
        this(
                key,
                apiUrl,
                apiAddresses,
                tier,
                devicePrivateKey,
                servers,
                issued,
                Surface.UNKNOWN,
                Map.of(),
                Device.none(),
                List.of());
    }

    /// What clients may see of it.
    public Account account() {
        return new Account(apiUrl, key.hint(), tier);
    }

    /// The server of that id, when the tier has it.
    public Optional<Server> server(String id) {
        return servers.stream().filter(server -> server.id().equals(id)).findFirst();
    }

    /// How that server is reached, as far as the operator told.
    public Reach reach(String serverId) {
        return Optional.ofNullable(reaches.get(serverId)).map(KeptReach::reach).orElseGet(Reach::unknown);
    }

    /// The config of the legacy surface for that server.
    public Optional<Issued> issued(String serverId) {
        return Optional.ofNullable(issued.get(serverId));
    }

    /// The same with a newer list.
    public Login with(Tier newTier, List<Server> newServers, Map<String, Reach> newReaches) {
        Map<String, KeptReach> kept = new LinkedHashMap<>();
        newReaches.forEach((id, reach) -> kept.put(id, KeptReach.of(reach)));
        return new Login(
                key,
                apiUrl,
                apiAddresses,
                newTier,
                devicePrivateKey,
                newServers,
                issued,
                surface,
                kept,
                device,
                outdated);
    }

    /// The same with the list of another.
    public Login with(Login newer) {
        return new Login(
                key,
                apiUrl,
                apiAddresses,
                newer.tier(),
                devicePrivateKey,
                newer.servers(),
                issued,
                surface,
                newer.reaches(),
                device,
                outdated);
    }

    /// The same with a config that was issued; one that it takes the place of is to be given back, unless it is
    /// the same peer.
    public Login with(String serverId, Issued config, Instant now) {
        Map<String, Issued> all = new LinkedHashMap<>(issued);
        all.put(serverId, config);
        var past = issued(serverId).filter(old -> !old.clientName().equals(config.clientName()));
        return withLegacy(
                all, past.map(old -> outdatedWith(List.of(old.outdated(now)))).orElse(outdated));
    }

    /// The same, whose keys are to be replaced as soon as that can be.
    public Login wornOut() {
        Map<String, Issued> all = new LinkedHashMap<>();
        issued.forEach((server, one) -> all.put(server, one.wornOut()));
        return withLegacy(all, outdated).with(device.wornOut());
    }

    /// The same with a key that the next config for that server is to have.
    public Login preparing(String serverId, String nextKey) {
        Map<String, Issued> all = new LinkedHashMap<>(issued);
        all.computeIfPresent(serverId, (_, old) -> old.preparing(nextKey));
        return withLegacy(all, outdated);
    }

    /// The same without the configs of these servers, which are to be given back.
    public Login withoutIssued(List<String> serverIds, Instant now) {
        Map<String, Issued> rest = new LinkedHashMap<>(issued);
        var past = serverIds.stream()
                .map(rest::remove)
                .flatMap(one -> Optional.ofNullable(one).stream())
                .map(one -> one.outdated(now))
                .toList();
        return withLegacy(rest, outdatedWith(past));
    }

    /// The same without one that was given back.
    public Login without(Outdated given) {
        return withLegacy(
                issued, outdated.stream().filter(one -> !one.equals(given)).toList());
    }

    private List<Outdated> outdatedWith(List<Outdated> more) {
        List<Outdated> all = new ArrayList<>(outdated);
        all.addAll(more);
        return all.subList(Math.max(0, all.size() - MAX_OUTDATED), all.size());
    }

    private Login withLegacy(Map<String, Issued> others, List<Outdated> past) {
        return new Login(
                key, apiUrl, apiAddresses, tier, devicePrivateKey, servers, others, surface, reaches, device, past);
    }

    /// The same with that surface, unless the operator has made a device: then there is `/api/v1`, whatever
    /// somebody found out who asked before.
    public Login with(Surface found) {
        var other = device.isKnown() ? Surface.V1 : found;
        return new Login(
                key, apiUrl, apiAddresses, tier, devicePrivateKey, servers, issued, other, reaches, device, outdated);
    }

    /// The same with that device.
    public Login with(Device other) {
        return new Login(
                key, apiUrl, apiAddresses, tier, devicePrivateKey, servers, issued, surface, reaches, other, outdated);
    }

    /// The same with newer addresses of the API.
    public Login withApiAddresses(List<String> addresses) {
        return new Login(
                key, apiUrl, addresses, tier, devicePrivateKey, servers, issued, surface, reaches, device, outdated);
    }

    @Override
    public String toString() {
        return "Login[" + apiUrl + ", " + tier.id() + ", " + servers.size() + " servers, " + issued.size()
                + " configs, " + surface + "]";
    }

    /// A config that the API issued. Prints without it.
    ///
    /// @param clientName the operator's name for this device there
    /// @param config text with the private key
    /// @param made when; empty for one of an earlier version or that the user wants replaced
    /// @param nextKey the private key that the next config is asked for with, in base64, so that asking again
    ///     after a crash asks for the same
    public record Issued(String clientName, String config, Optional<Instant> made, Optional<String> nextKey) {
        /// One of an earlier version.
        public Issued(String clientName, String config) {
            this(clientName, config, Optional.empty(), Optional.empty());
        }

        /// The config, unless what is kept is none.
        public Optional<Config> parsed() {
            return switch (ConfigParser.parse(config)) {
                case ConfigResult.Parsed(var parsed) -> Optional.of(parsed);
                case ConfigResult.Refused _ -> Optional.empty();
            };
        }

        /// The key in the config.
        public Optional<PrivateKey> privateKey() {
            return parsed().flatMap(parsed -> parsed.local().privateKey());
        }

        Issued wornOut() {
            return new Issued(clientName, config, Optional.empty(), nextKey);
        }

        Issued preparing(String key) {
            return new Issued(clientName, config, made, Optional.of(key));
        }

        Outdated outdated(Instant now) {
            var publicKey = privateKey().map(own -> own.publicKey().base64()).orElse("");
            return new Outdated(clientName, publicKey, now);
        }

        @Override
        public String toString() {
            return "Issued[" + clientName + "]";
        }
    }
}
