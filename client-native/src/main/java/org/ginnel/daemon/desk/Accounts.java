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
import org.ginnel.http.ApiResult;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.ConfigRenderer;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.PrivateKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The operator's API for whoever is logged in, and what it said. Calls block, on any thread; what is learnt is kept
/// on the loop.
final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final Loop loop;
    private final Keeper keeper;
    private final Operators operators;
    private final SecureRandom random;
    private final Runnable onChange;
    private @Nullable Open open;

    /// The API as last opened, and for whom.
    private record Open(String apiUrl, ApiKey key, Operator operator) {}

    /// @param onChange told on the loop when the login or its servers changed
    Accounts(Loop loop, Keeper keeper, Operators operators, SecureRandom random, Runnable onChange) {
        this.loop = loop;
        this.keeper = keeper;
        this.operators = operators;
        this.random = random;
        this.onChange = onChange;
    }

    /// Tries a key. Nothing is kept: see [#keep(Login)].
    ApiResult<Login> tryLogin(ApiKey key, ApiUrl url) throws InterruptedException {
        var apiUrl = url.toString();
        var operator = operators.open(apiUrl, key, List.of());
        return switch (operator.servers()) {
            case ApiResult.Failed(var cause) -> new ApiResult.Failed<>(cause);
            case ApiResult.Ok(var offer) ->
                new ApiResult.Ok<>(new Login(
                        key,
                        apiUrl,
                        texts(operator.addresses()),
                        offer.tier(),
                        PrivateKey.generate(random).base64(),
                        offer.servers(),
                        Map.of()));
        };
    }

    /// Makes it the login. The device's key and configs survive a second login with the same key. On the loop.
    void keep(Login login) {
        keeper.change(saved -> saved.with(Optional.of(saved.login()
                .filter(old -> old.key().equals(login.key()) && old.apiUrl().equals(login.apiUrl()))
                .map(old -> old.with(login.tier(), login.servers()).withApiAddresses(login.apiAddresses()))
                .orElse(login))));
        onChange.run();
    }

    /// Where the API is; empty while nobody is logged in or it was never found.
    Set<InetSocketAddress> where() {
        return keeper.saved()
                .login()
                .map(login -> login.apiAddresses().stream()
                        .map(IpLiteral::parse)
                        .flatMap(Optional::stream)
                        .map(address -> new InetSocketAddress(address, operator(login).port()))
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    /// Asks for the servers again and keeps them.
    ApiResult<Login> refresh() throws InterruptedException {
        var login = keeper.saved().login();
        if (login.isEmpty()) {
            return new ApiResult.Failed<>(new ErrorCause.NotLoggedIn());
        }
        var operator = operator(login.get());
        return switch (operator.servers()) {
            case ApiResult.Failed(var cause) -> new ApiResult.Failed<>(cause);
            case ApiResult.Ok(var offer) -> {
                var addresses = texts(operator.addresses());
                loop.post(() -> change(
                        login.get(), old -> old.with(offer.tier(), offer.servers()).withApiAddresses(addresses)));
                yield new ApiResult.Ok<>(login.get().with(offer.tier(), offer.servers()));
            }
        };
    }

    /// Asks for a config and keeps it.
    ApiResult<Config> provision(String serverId) throws InterruptedException {
        var login = keeper.saved().login();
        if (login.isEmpty()) {
            return new ApiResult.Failed<>(new ErrorCause.NotLoggedIn());
        }
        var operator = operator(login.get());
        var device = PrivateKey.parse(login.get().devicePrivateKey()).orElseGet(() -> PrivateKey.generate(random));
        return switch (operator.provision(serverId, device)) {
            case ApiResult.Failed(var cause) -> new ApiResult.Failed<>(cause);
            case ApiResult.Ok(var issue) -> {
                var addresses = texts(operator.addresses());
                var issued = new Login.Issued(issue.clientName(), ConfigRenderer.render(issue.config()));
                loop.post(() -> change(
                        login.get(), old -> old.with(serverId, issued).withApiAddresses(addresses)));
                yield new ApiResult.Ok<>(issue.config());
            }
        };
    }

    /// The address the API sees us come from; empty when it cannot say.
    Optional<String> seenAddress() throws InterruptedException {
        var login = keeper.saved().login();
        if (login.isEmpty()) {
            return Optional.empty();
        }
        return switch (operator(login.get()).seenAddress()) {
            case ApiResult.Ok(var address) -> Optional.of(address);
            case ApiResult.Failed _ -> Optional.empty();
        };
    }

    /// Asks the operator to forget every device it made for us. What cannot be reached is left: it lets go of a peer
    /// that never calls again by itself.
    void revokeAll() throws InterruptedException {
        var login = keeper.saved().login();
        if (login.isPresent()) {
            for (var issued : login.get().issued().values()) {
                if (operator(login.get()).revoke(issued.clientName()) instanceof ApiResult.Failed<?>(var cause)) {
                    LOG.warn("{} is not revoked: {}", issued.clientName(), cause);
                    return;
                }
            }
        }
    }

    private void change(Login asked, UnaryOperator<Login> change) {
        keeper.change(saved -> saved.with(saved.login()
                .map(now -> now.key().equals(asked.key()) && now.apiUrl().equals(asked.apiUrl())
                        ? change.apply(now)
                        : now)));
        onChange.run();
    }

    private synchronized Operator operator(Login login) {
        if (open == null || !open.apiUrl().equals(login.apiUrl()) || !open.key().equals(login.key())) {
            var last = login.apiAddresses().stream()
                    .map(IpLiteral::parse)
                    .flatMap(Optional::stream)
                    .toList();
            open = new Open(login.apiUrl(), login.key(), operators.open(login.apiUrl(), login.key(), last));
        }
        return open.operator();
    }

    private static List<String> texts(List<InetAddress> addresses) {
        return addresses.stream().map(IpLiteral::format).toList();
    }
}
