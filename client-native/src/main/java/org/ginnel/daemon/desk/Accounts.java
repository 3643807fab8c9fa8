// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.account.ApiKey;
import org.ginnel.account.ApiUrl;
import org.ginnel.account.Surface;
import org.ginnel.daemon.loop.Loop;
import org.ginnel.daemon.store.Device;
import org.ginnel.daemon.store.Login;
import org.ginnel.daemon.store.Outdated;
import org.ginnel.http.ApiClient;
import org.ginnel.http.ApiResult;
import org.ginnel.http.ApiTransport;
import org.ginnel.http.Missing;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.PrivateKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The operator's API for whoever is logged in, which surface it speaks, and its servers. Calls block, on any
/// thread; what is learnt is kept at once.
final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final Loop loop;
    private final Keeper keeper;
    private final ApiTransport transport;
    private final SecureRandom random;
    private final Listing listing;
    private volatile Runnable onChange = () -> {};
    private volatile Place place = new Place(Optional.empty(), Set.of());

    /// Where the API of a login is, found out once: every event asks for it.
    private record Place(Optional<Login> login, Set<InetSocketAddress> where) {}

    Accounts(Loop loop, Keeper keeper, ApiTransport transport, SecureRandom random, InstantSource clock) {
        this.loop = loop;
        this.keeper = keeper;
        this.transport = transport;
        this.random = random;
        this.listing = new Listing(clock);
    }

    /// From now on `listener` is told, on the loop, when the login or what was learnt with it is another.
    void listen(Runnable listener) {
        onChange = listener;
    }

    /// Tries a key. Nothing is kept: see [#keep(Login)].
    ApiResult<Login> tryLogin(ApiKey key, ApiUrl url) {
        var api = new ApiClient(url, key, transport);
        return Listing.servers(api)
                .then(list -> new ApiResult.Ok<>(looked(
                        new Login(
                                        key,
                                        url.toString(),
                                        texts(api.addresses()),
                                        list.tier(),
                                        PrivateKey.generate(random).base64(),
                                        list.servers(),
                                        Map.of())
                                .with(list.tier(), list.servers(), list.reaches()),
                        api)));
    }

    /// A login whose key was taken stays one, whatever comes of the question for its surface.
    private Login looked(Login login, ApiClient api) {
        return switch (listing.found(login, api)) {
            case ApiResult.Ok(var found) -> found;
            case ApiResult.Failed(var cause) -> {
                LOG.info("which surface the API speaks is not known yet: {}", cause);
                yield login;
            }
        };
    }

    /// Makes it the login. The device's keys and configs survive a second login with the same key, except a
    /// device of an API that has no `/api/v1` any more. On the loop.
    void keep(Login login) {
        keeper.change(saved -> saved.with(Optional.of(saved.login()
                .filter(old -> isSame(old, login))
                .map(old -> again(old, login))
                .orElse(login))));
        onChange.run();
    }

    private static Login again(Login old, Login login) {
        var fresh = old.with(login).withApiAddresses(login.apiAddresses());
        return switch (login.surface()) {
            case UNKNOWN -> fresh;
            case V1 -> fresh.with(Surface.V1);
            case LEGACY -> fresh.with(Device.none()).with(Surface.LEGACY);
        };
    }

    /// Where the API is; empty while nobody is logged in or it was never found.
    Set<InetSocketAddress> where() {
        var login = keeper.saved().login();
        var known = place;
        if (!known.login().equals(login)) {
            known = new Place(login, login.map(Accounts::where).orElse(Set.of()));
            place = known;
        }
        return known.where();
    }

    private static Set<InetSocketAddress> where(Login login) {
        return ApiUrl.parse(login.apiUrl())
                .map(url -> login.apiAddresses().stream()
                        .map(IpLiteral::parse)
                        .flatMap(Optional::stream)
                        .map(address -> new InetSocketAddress(address, url.port()))
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    /// Which surface the API speaks: what was found out before, else what it says now.
    ApiResult<Surface> surface() {
        return asking((login, api) -> login.surface() != Surface.UNKNOWN
                ? new ApiResult.Ok<>(login.surface())
                : listing.found(login, api)
                        .then(found -> learn(login, api, old -> old.with(found).with(found.surface()))
                                .then(kept -> new ApiResult.Ok<>(kept.surface()))));
    }

    /// The API said that it makes no devices: it is one of the legacy surface, until it is asked again.
    void hasNoDevices() {
        listing.askedInVain();
    }

    /// Asks for the servers again and keeps them.
    ApiResult<List<Server>> refresh() {
        return asking((login, api) -> listing.refreshed(login, api)
                .then(fresh -> learn(login, api, old -> old.with(fresh).with(fresh.surface())))
                .then(kept -> new ApiResult.Ok<>(kept.servers())));
    }

    /// The address the API sees us come from, now that packets take another way; empty when it cannot say.
    Optional<String> seenAddress() {
        return switch (asking((_, api) -> api.whoami())) {
            case ApiResult.Ok(var address) -> Optional.of(IpLiteral.format(address));
            case ApiResult.Failed(var cause) -> {
                LOG.debug("the exit address is not known: {}", cause);
                yield Optional.empty();
            }
        };
    }

    /// Asks the operator to forget every device it made for us. The first failure ends it: an operator that
    /// cannot be reached now keeps peers that never call again.
    void revokeAll() {
        LOG.info("devices given back to the operator: {}", asking(Accounts::givenBack));
    }

    private static ApiResult<Integer> givenBack(Login login, ApiClient api) {
        var id = login.device().id();
        if (id.isPresent()
                && api.remove(id.get()) instanceof ApiResult.Failed<?>(var cause)
                && !Missing.device(cause)) {
            return new ApiResult.Failed<>(cause);
        }
        var names = Stream.concat(
                        login.issued().values().stream().map(Login.Issued::clientName),
                        login.outdated().stream().map(Outdated::clientName))
                .toList();
        for (var name : names) {
            if (api.revoke(name) instanceof ApiResult.Failed<?>(var cause)) {
                return new ApiResult.Failed<>(cause);
            }
        }
        return new ApiResult.Ok<>(names.size());
    }

    /// A question to the API of a login.
    interface Question<T> {
        ApiResult<T> ask(Login login, ApiClient api);
    }

    /// Asks the API of whoever is logged in now.
    <T> ApiResult<T> asking(Question<T> question) {
        var login = keeper.saved().login();
        var url = login.flatMap(known -> ApiUrl.parse(known.apiUrl()));
        return url.isEmpty()
                ? new ApiResult.Failed<>(new ErrorCause.NotLoggedIn())
                : question.ask(login.get(), new ApiClient(url.get(), login.get().key(), transport));
    }

    /// Keeps what was learnt with a login, unless somebody else has logged in meanwhile.
    ///
    /// @return the login as it is kept now
    ApiResult<Login> learn(Login asked, ApiClient api, UnaryOperator<Login> change) {
        var addresses = texts(api.addresses());
        keeper.change(saved -> saved.with(
                saved.login().map(now -> isSame(now, asked) ? change.apply(now).withApiAddresses(addresses) : now)));
        loop.post(() -> onChange.run());
        return keeper.saved()
                .login()
                .filter(now -> isSame(now, asked))
                .<ApiResult<Login>>map(ApiResult.Ok::new)
                .orElseGet(() -> new ApiResult.Failed<>(new ErrorCause.NotLoggedIn()));
    }

    private static boolean isSame(Login one, Login other) {
        return one.key().equals(other.key()) && one.apiUrl().equals(other.apiUrl());
    }

    private static List<String> texts(List<InetAddress> addresses) {
        return addresses.stream().map(IpLiteral::format).toList();
    }
}
