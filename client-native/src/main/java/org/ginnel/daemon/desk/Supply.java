// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ginnel.account.Surface;
import org.ginnel.daemon.store.DeviceKey;
import org.ginnel.daemon.store.Login;
import org.ginnel.daemon.store.Saved;
import org.ginnel.http.ApiResult;
import org.ginnel.relay.Reach;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.Interface;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;

/// Gets configs for an operator's servers: put together of this device's key and what is known of the server,
/// where the API has `/api/v1`, else asked for one by one. Calls may block, on any thread.
final class Supply {
    private static final int KEEPALIVE_SECONDS = 25;
    private static final List<IpNetwork> EVERYTHING =
            List.of(new IpNetwork(InetAddress.ofLiteral("0.0.0.0"), 0), new IpNetwork(InetAddress.ofLiteral("::"), 0));

    private final Keeper keeper;
    private final Accounts accounts;
    private final DeviceKeys keys;
    private final Leases leases;
    private final InstantSource clock;

    /// A config and what else is known of its server.
    ///
    /// @param remembered whether the operator was not asked: a fresh one may work where this does not
    record Found(Config config, Reach reach, boolean remembered) {}

    Supply(Keeper keeper, Accounts accounts, DeviceKeys keys, Leases leases, InstantSource clock) {
        this.keeper = keeper;
        this.accounts = accounts;
        this.keys = keys;
        this.leases = leases;
        this.clock = clock;
    }

    /// What is at hand, with no call to the API; else what the operator gives.
    ApiResult<Found> config(Server server) throws InterruptedException {
        if (device().isPresent()) {
            return ofDevice(server, keys.inUse(), true);
        }
        var kept = atHand(server);
        return kept.isPresent() ? new ApiResult.Ok<>(kept.get()) : asked(server, keys::inUse, false);
    }

    /// What is at hand, with no call and no wait; empty when the operator would have to be asked.
    Optional<Found> atHand(Server server) {
        var device = device();
        return device.isPresent()
                ? device.filter(key -> !key.pending().contains(server.id()))
                        .flatMap(key -> ofDevice(server, key, true) instanceof ApiResult.Ok(var found)
                                ? Optional.of(found)
                                : Optional.empty())
                : keeper.saved()
                        .login()
                        .flatMap(login -> login.issued(server.id()))
                        .flatMap(Login.Issued::parsed)
                        .map(config -> new Found(config, reach(server), true));
    }

    /// Those that expect this device's key, as far as is known; all of them when none does.
    List<Server> expecting(List<Server> servers) {
        var pending = device().map(DeviceKey::pending).orElse(List.of());
        var ready = servers.stream()
                .filter(server -> !pending.contains(server.id()))
                .toList();
        return ready.isEmpty() ? servers : ready;
    }

    private Optional<DeviceKey> device() {
        return keeper.saved().login().flatMap(login -> login.device().inUse());
    }

    /// What the operator says now, because what was at hand does not work.
    ApiResult<Found> anew(Server server) throws InterruptedException {
        return asked(server, keys::checked, true);
    }

    /// With another key than that config has; for the legacy surface a second peer. One that was made for this
    /// before is taken, so that asking again makes no third.
    ApiResult<Found> other(Server server, Config than) throws InterruptedException {
        return switch (accounts.surface()) {
            case ApiResult.Failed(var cause) -> new ApiResult.Failed<>(cause);
            case ApiResult.Ok(var surface) when surface == Surface.V1 -> ofDevice(server, otherKey(than), false);
            case ApiResult.Ok(var _) -> leased(server, otherPeer(server, than));
        };
    }

    private ApiResult<DeviceKey> otherKey(Config than) throws InterruptedException {
        var own = than.local().privateKey().map(PrivateKey::base64);
        var same = device().filter(key -> own.equals(Optional.of(key.privateKey())));
        return same.isPresent() ? keys.replaced(same.get()) : keys.inUse();
    }

    private ApiResult<Config> otherPeer(Server server, Config than) {
        var saved = keeper.saved();
        return saved.login()
                .flatMap(login -> login.issued(server.id()))
                .flatMap(Login.Issued::parsed)
                .filter(kept -> !kept.local().privateKey().equals(than.local().privateKey()))
                .filter(kept -> !KeyFacts.isOld(saved, kept, clock.instant()))
                .<ApiResult<Config>>map(ApiResult.Ok::new)
                .orElseGet(() -> leases.replace(server.id()));
    }

    /// Where a key of the device comes from.
    private interface KeySource {
        ApiResult<DeviceKey> key() throws InterruptedException;
    }

    private ApiResult<Found> asked(Server server, KeySource source, boolean listAgain) throws InterruptedException {
        return switch (accounts.surface()) {
            case ApiResult.Failed(var cause) -> new ApiResult.Failed<>(cause);
            case ApiResult.Ok(var surface)
            when surface == Surface.V1 -> {
                var key = source.key();
                if (key instanceof ApiResult.Failed(var _) && isLegacyAfterAll()) {
                    yield leased(server, leases.issue(server.id()));
                }
                yield listAgain && key instanceof ApiResult.Ok
                        ? key.then(good -> accounts.refresh().then(_ -> ofDevice(server, good, false)))
                        : ofDevice(server, key, false);
            }
            case ApiResult.Ok(var _) -> leased(server, leases.issue(server.id()));
        };
    }

    private boolean isLegacyAfterAll() {
        return keeper.saved()
                .login()
                .filter(login -> login.surface() == Surface.LEGACY)
                .isPresent();
    }

    private ApiResult<Found> leased(Server server, ApiResult<Config> answer) {
        return answer.then(config -> new ApiResult.Ok<>(new Found(config, reach(server), false)));
    }

    /// A server that was listed before its key was known is asked for once more.
    private ApiResult<Found> ofDevice(Server server, ApiResult<DeviceKey> key, boolean remembered) {
        return key.then(good -> keys.expected(good, server.id()))
                .then(good -> reach(server).publicKey().isPresent()
                        ? ofDevice(server, good, remembered)
                        : accounts.refresh().then(_ -> ofDevice(server, good, false)));
    }

    private ApiResult<Found> ofDevice(Server server, DeviceKey key, boolean remembered) {
        var saved = keeper.saved();
        var listed = saved.login().flatMap(login -> login.server(server.id()));
        var reach = reach(server);
        return listed.isEmpty()
                ? new ApiResult.Failed<>(new ErrorCause.UnknownServer(server.id()))
                : reach.publicKey()
                        .<ApiResult<Found>>map(theirs -> new ApiResult.Ok<>(
                                new Found(config(key, theirs, listed.get(), reach), reach, remembered)))
                        .orElseGet(() -> new ApiResult.Failed<>(new ErrorCause.ApiMalformed(
                                "GET /api/v1/relays", server.id() + ".public_key: missing")));
    }

    private static Config config(DeviceKey key, PublicKey theirs, Server server, Reach reach) {
        var ours = new Interface(
                PrivateKey.parse(key.privateKey()),
                key.addresses().stream()
                        .map(IpNetwork::parse)
                        .flatMap(Optional::stream)
                        .toList(),
                reach.dns(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        var peer = new Peer(
                theirs,
                key.presharedKey().flatMap(PresharedKey::parse),
                EVERYTHING,
                Optional.of(new Endpoint(server.endpoint(), server.port())),
                Optional.of(KEEPALIVE_SECONDS));
        return new Config(ours, List.of(peer));
    }

    private Reach reach(Server server) {
        return keeper.saved().login().map(login -> login.reach(server.id())).orElseGet(Reach::unknown);
    }

    /// The server's own addresses inside the tunnel, where the operator tells them for a config like that:
    /// those of the networks of `/api/v1` mean nothing in a peer of the legacy surface.
    static List<InetAddress> gatewaysIn(Config config, Reach reach) {
        var alone = config.local().addresses().stream().allMatch(own -> own.equals(IpNetwork.host(own.address())));
        return alone ? reach.gateways() : List.of();
    }

    /// The link's other places and gateways when it is taken up from what was kept, with nothing looked up.
    static Reach kept(Saved saved, Server server) {
        return saved.own(server.id()).isPresent()
                ? Reach.unknown()
                : saved.login().map(login -> login.reach(server.id())).orElseGet(Reach::unknown);
    }
}
