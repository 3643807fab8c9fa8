// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.ginnel.daemon.store.Login;
import org.ginnel.daemon.store.Outdated;
import org.ginnel.http.ApiClient;
import org.ginnel.http.ApiResult;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.ConfigRenderer;
import org.ginnel.wireguard.PrivateKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Configs of the legacy surface, one for each server. Calls block, on any thread; one call for a server at a
/// time.
final class Leases {
    /// How long it is tried to give a peer back: some operators' scripts never can.
    static final Duration LONGEST_TRY = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final Accounts accounts;
    private final InstantSource clock;
    private final SecureRandom random;
    private final String deviceName;

    /// @param deviceName what the operator's list of devices calls this machine
    Leases(Accounts accounts, InstantSource clock, SecureRandom random, String deviceName) {
        this.accounts = accounts;
        this.clock = clock;
        this.random = random;
        this.deviceName = deviceName;
    }

    /// Asks for a config with the key that there is, and keeps it.
    ApiResult<Config> issue(String serverId) {
        return accounts.asking((login, api) -> asked(login, api, serverId, keyFor(login, serverId)));
    }

    private PrivateKey keyFor(Login login, String serverId) {
        return login.issued(serverId)
                .flatMap(Login.Issued::privateKey)
                .or(() -> PrivateKey.parse(login.devicePrivateKey()))
                .orElseGet(() -> PrivateKey.generate(random));
    }

    /// Asks for another config, with a key of its own; the one before stays valid until it is given back. The
    /// key is kept before it is asked for, so that asking again asks for the same peer wherever the operator
    /// lets us choose the key.
    ApiResult<Config> replace(String serverId) {
        return accounts.asking((login, api) -> {
            var next = login.issued(serverId)
                    .flatMap(Login.Issued::nextKey)
                    .flatMap(PrivateKey::parse)
                    .orElseGet(() -> PrivateKey.generate(random));
            return accounts.learn(login, api, old -> old.preparing(serverId, next.base64()))
                    .then(prepared -> asked(prepared, api, serverId, next));
        });
    }

    private ApiResult<Config> asked(Login login, ApiClient api, String serverId, PrivateKey own) {
        return api.provision(serverId, own.publicKey(), deviceName).then(issue -> {
            var config = issue.configWith(own);
            var now = clock.instant();
            var issued = new Login.Issued(
                    issue.clientName(), ConfigRenderer.render(config), Optional.of(now), Optional.empty());
            return accounts.learn(login, api, old -> old.with(serverId, issued, now))
                    .then(_ -> new ApiResult.Ok<>(config));
        });
    }

    /// Gives a peer back, or gives up on it: what the operator does not know, or says is not ours, is nobody's.
    ApiResult<Outdated> giveBack(Outdated peer) {
        return accounts.asking((login, api) -> switch (api.revoke(peer.clientName())) {
            case ApiResult.Failed(var cause) when !isFinal(cause, peer) -> new ApiResult.Failed<>(cause);
            case ApiResult.Failed(var cause) -> {
                LOG.info("{} was not given back: {}", peer.clientName(), cause);
                yield forgotten(login, api, peer);
            }
            case ApiResult.Ok(var _) -> forgotten(login, api, peer);
        });
    }

    private ApiResult<Outdated> forgotten(Login login, ApiClient api, Outdated peer) {
        return accounts.learn(login, api, old -> old.without(peer)).then(_ -> new ApiResult.Ok<>(peer));
    }

    private boolean isFinal(ErrorCause cause, Outdated peer) {
        var unknown = cause instanceof ErrorCause.ApiFailed(var _, var status, var _) && status >= 400 && status < 500;
        return unknown || peer.since().plus(LONGEST_TRY).isBefore(clock.instant());
    }
}
