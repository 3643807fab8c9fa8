// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.ginnel.account.Surface;
import org.ginnel.account.Tier;
import org.ginnel.daemon.store.Login;
import org.ginnel.http.ApiClient;
import org.ginnel.http.ApiResult;
import org.ginnel.http.Missing;
import org.ginnel.http.Relays;
import org.ginnel.relay.ServerList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks an API for its servers, and finds out by that which surface it speaks. Keeps nothing but when it asked
/// in vain. Calls block, on any thread.
final class Listing {
    /// How often an API without `/api/v1` is asked whether it has it by now, at most.
    private static final Duration LOOK_AGAIN = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Listing.class);

    private final InstantSource clock;
    private volatile Instant inVain = Instant.MIN;

    Listing(InstantSource clock) {
        this.clock = clock;
    }

    /// The login with a newer list. That tells no secret and decides nothing about keys: where the surface
    /// cannot be found out it is asked for in the way that every API knows.
    ApiResult<Login> refreshed(Login login, ApiClient api) {
        return switch (login.surface()) {
            case V1 -> found(login, api);
            case LEGACY -> inVain.plus(LOOK_AGAIN).isAfter(clock.instant()) ? listed(login, api) : either(login, api);
            case UNKNOWN -> either(login, api);
        };
    }

    private ApiResult<Login> either(Login login, ApiClient api) {
        return switch (found(login, api)) {
            case ApiResult.Ok(var found) when found.surface() == Surface.V1 -> new ApiResult.Ok<>(found);
            case ApiResult.Ok(var found) -> listed(found, api);
            case ApiResult.Failed(var _) -> listed(login, api);
        };
    }

    private static ApiResult<Login> listed(Login login, ApiClient api) {
        return servers(api).then(list -> new ApiResult.Ok<>(login.with(list.tier(), list.servers(), list.reaches())));
    }

    /// The servers as every API lists them.
    static ApiResult<ServerList> servers(ApiClient api) {
        var answer = api.servers();
        if (answer instanceof ApiResult.Ok(var list)) {
            warn(list.skipped());
        }
        return answer;
    }

    private static void warn(List<String> skipped) {
        if (!skipped.isEmpty()) {
            LOG.warn("the operator lists servers that cannot be used, which are left out: {}", skipped);
        }
    }

    /// The login with what `/api/v1` lists, or as one of the legacy surface where the API has none. Once the
    /// operator has made a device of this machine there is no way back: somebody who can make the API say 404
    /// does not undo that.
    ApiResult<Login> found(Login login, ApiClient api) {
        return switch (api.relays()) {
            case ApiResult.Ok(var relays) -> {
                warn(relays.skipped());
                var tier = relays.tier().equals(login.tier().id()) ? login.tier() : tier(relays, api);
                yield new ApiResult.Ok<>(
                        login.with(tier, relays.servers(), relays.reaches()).with(Surface.V1));
            }
            case ApiResult.Failed(var cause)
            when Missing.surface(cause) && !login.device().isKnown() -> {
                askedInVain();
                yield new ApiResult.Ok<>(login.with(Surface.LEGACY));
            }
            case ApiResult.Failed(var cause) -> new ApiResult.Failed<>(cause);
        };
    }

    /// Only the legacy list describes tiers.
    private static Tier tier(Relays relays, ApiClient api) {
        return switch (servers(api)) {
            case ApiResult.Ok(var list) -> list.tier();
            case ApiResult.Failed(var _) ->
                new Tier(relays.tier(), relays.tier(), relays.servers().size(), "");
        };
    }

    /// The API has no `/api/v1`, or makes no devices: it is not asked again soon.
    void askedInVain() {
        inVain = clock.instant();
    }
}
