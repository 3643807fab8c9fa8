// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ginnel.account.Surface;
import org.ginnel.daemon.store.Login;
import org.ginnel.http.ApiResult;
import org.ginnel.tunnel.ErrorCause;

/// Does what the plan for keys says. Blocks, on any thread.
final class KeyChores {
    private final Keeper keeper;
    private final Accounts accounts;
    private final DeviceKeys keys;
    private final Leases leases;
    private final InstantSource clock;

    KeyChores(Keeper keeper, Accounts accounts, DeviceKeys keys, Leases leases, InstantSource clock) {
        this.keeper = keeper;
        this.accounts = accounts;
        this.keys = keys;
        this.leases = leases;
        this.clock = clock;
    }

    ApiResult<?> run(KeyChore.What what) throws InterruptedException {
        return switch (what) {
            case KeyChore.FindSurface() -> accounts.surface();
            case KeyChore.Complete() -> unlessLegacyAfterAll(keys.completed());
            case KeyChore.Replace(var old) -> unlessLegacyAfterAll(keys.replaced(old));
            case KeyChore.Reissue(var serverId) -> reissue(serverId);
            case KeyChore.Retire(var serverIds) -> retire(serverIds);
            case KeyChore.GiveBack(var peer) -> leases.giveBack(peer);
        };
    }

    /// That an API makes no devices is an answer, too.
    private ApiResult<?> unlessLegacyAfterAll(ApiResult<?> result) {
        return keeper.saved().login().map(Login::surface).equals(Optional.of(Surface.LEGACY))
                ? new ApiResult.Ok<>(Surface.LEGACY)
                : result;
    }

    /// A server that the tier has no more needs no key.
    private ApiResult<?> reissue(String serverId) {
        var result = leases.replace(serverId);
        return result instanceof ApiResult.Failed<?>(ErrorCause.TierRefused _) ? retire(List.of(serverId)) : result;
    }

    private ApiResult<?> retire(List<String> serverIds) {
        return accounts.asking(
                (login, api) -> accounts.learn(login, api, old -> old.withoutIssued(serverIds, clock.instant())));
    }
}
