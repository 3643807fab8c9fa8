// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ginnel.account.ApiKey;
import org.ginnel.account.ApiUrl;
import org.ginnel.daemon.loop.Loop;
import org.ginnel.daemon.store.Login;
import org.ginnel.http.ApiClient;
import org.ginnel.http.ApiResult;
import org.ginnel.http.ApiTransport;
import org.ginnel.relay.ServerList;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.ConfigRenderer;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.PrivateKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The operator's API for whoever is logged in, and what it said. Calls block, on any thread; what is learnt is
/// kept on the loop.
final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final Loop loop;
    private final Keeper keeper;
    private final ApiTransport transport;
    private final SecureRandom random;
    private final String deviceName;
    private final Runnable onChange;

    /// @param deviceName what the operator's list of devices calls this machine
    /// @param onChange told on the loop when the login or its servers changed
    Accounts(
            Loop loop,
            Keeper keeper,
            ApiTransport transport,
            SecureRandom random,
            String deviceName,
            Runnable onChange) {
        this.loop = loop;
        this.keeper = keeper;
        this.transport = transport;
        this.random = random;
        this.deviceName = deviceName;
        this.onChange = onChange;
    }

    /// Tries a key. Nothing is kept: see [#keep(Login)].
    ApiResult<Login> tryLogin(ApiKey key, ApiUrl url) {
        var api = new ApiClient(url, key, transport);
        return servers(api)
                .then(list -> new ApiResult.Ok<>(new Login(
                        key,
                        url.toString(),
                        texts(api.addresses()),
                        list.tier(),
                        PrivateKey.generate(random).base64(),
                        list.servers(),
                        Map.of())));
    }

    /// Makes it the login. The device's key and configs survive a second login with the same key. On the loop.
    void keep(Login login) {
        keeper.change(saved -> saved.with(Optional.of(saved.login()
                .filter(old -> isSame(old, login))
                .map(old -> old.with(login.tier(), login.servers()).withApiAddresses(login.apiAddresses()))
                .orElse(login))));
        onChange.run();
    }

    /// Where the API is; empty while nobody is logged in or it was never found.
    Set<InetSocketAddress> where() {
        return keeper.saved()
                .login()
                .flatMap(login -> ApiUrl.parse(login.apiUrl())
                        .map(url -> login.apiAddresses().stream()
                                .map(IpLiteral::parse)
                                .flatMap(Optional::stream)
                                .map(address -> new InetSocketAddress(address, url.port()))
                                .collect(Collectors.toUnmodifiableSet())))
                .orElse(Set.of());
    }

    /// Asks for the servers again and keeps them.
    ApiResult<ServerList> refresh() {
        return asking((login, api) -> servers(api).then(list -> {
            keepLater(login, api, old -> old.with(list.tier(), list.servers()));
            return new ApiResult.Ok<>(list);
        }));
    }

    private static ApiResult<ServerList> servers(ApiClient api) {
        var answer = api.servers();
        if (answer instanceof ApiResult.Ok(var list) && !list.skipped().isEmpty()) {
            LOG.warn("the operator lists servers that cannot be used, which are left out: {}", list.skipped());
        }
        return answer;
    }

    /// Asks for a config and keeps it.
    ApiResult<Config> provision(String serverId) {
        return asking((login, api) -> {
            var device = PrivateKey.parse(login.devicePrivateKey()).orElseGet(() -> PrivateKey.generate(random));
            return api.provision(serverId, device.publicKey(), deviceName).then(issue -> {
                var config = issue.configWith(device);
                var issued = new Login.Issued(issue.clientName(), ConfigRenderer.render(config));
                keepLater(login, api, old -> old.with(serverId, issued));
                return new ApiResult.Ok<>(config);
            });
        });
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
        var revoked = asking((login, api) -> {
            for (var issued : login.issued().values()) {
                if (api.revoke(issued.clientName()) instanceof ApiResult.Failed<?>(var cause)) {
                    return new ApiResult.Failed<>(cause);
                }
            }
            return new ApiResult.Ok<>(login.issued().size());
        });
        LOG.info("devices given back to the operator: {}", revoked);
    }

    /// A question to the API of a login.
    private interface Question<T> {
        ApiResult<T> ask(Login login, ApiClient api);
    }

    private <T> ApiResult<T> asking(Question<T> question) {
        var login = keeper.saved().login();
        var url = login.flatMap(known -> ApiUrl.parse(known.apiUrl()));
        return url.isEmpty()
                ? new ApiResult.Failed<>(new ErrorCause.NotLoggedIn())
                : question.ask(login.get(), new ApiClient(url.get(), login.get().key(), transport));
    }

    private void keepLater(Login asked, ApiClient api, UnaryOperator<Login> change) {
        var addresses = texts(api.addresses());
        loop.post(() -> {
            keeper.change(saved -> saved.with(saved.login()
                    .map(now -> isSame(now, asked) ? change.apply(now).withApiAddresses(addresses) : now)));
            onChange.run();
        });
    }

    private static boolean isSame(Login one, Login other) {
        return one.key().equals(other.key()) && one.apiUrl().equals(other.apiUrl());
    }

    private static List<String> texts(List<InetAddress> addresses) {
        return addresses.stream().map(IpLiteral::format).toList();
    }
}
