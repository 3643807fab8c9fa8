// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.ginnel.account.Surface;
import org.ginnel.daemon.store.Device;
import org.ginnel.daemon.store.DeviceKey;
import org.ginnel.daemon.store.Login;
import org.ginnel.http.ApiClient;
import org.ginnel.http.ApiResult;
import org.ginnel.http.Enrolment;
import org.ginnel.http.Missing;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.IpNetwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys of this device where the API has `/api/v1`: made here, told to the operator by their public halves,
/// given a pre-shared key by ML-KEM-1024, and only then used. One change at a time; each step of it is kept
/// before the next, and doing a step again changes nothing, so that whatever is cut short is gone on from.
/// Calls block, on any thread.
final class DeviceKeys {
    /// How long a key stays valid after another has taken its place: time to move what runs on it, and no more.
    static final Duration OVERLAP = Duration.ofHours(1);

    /// How long one who wants to connect waits for a key that is just being replaced: one with an hour to live
    /// is better than none.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int CONFLICT = 409;
    private static final Logger LOG = LoggerFactory.getLogger(DeviceKeys.class);

    private final Keeper keeper;
    private final Accounts accounts;
    private final InstantSource clock;
    private final SecureRandom random;
    private final String deviceName;
    private final ReentrantLock changing = new ReentrantLock();

    /// @param deviceName what the operator's list of devices calls this machine
    DeviceKeys(Keeper keeper, Accounts accounts, InstantSource clock, SecureRandom random, String deviceName) {
        this.keeper = keeper;
        this.accounts = accounts;
        this.clock = clock;
        this.random = random;
        this.deviceName = deviceName;
    }

    /// The key in use, with no call to the API where there is one; the first is made.
    ApiResult<DeviceKey> inUse() throws InterruptedException {
        if (known().isEmpty()) {
            return changedUnless(device -> device.inUse().isPresent());
        }
        if (changing.isLocked() && changing.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
            changing.unlock();
        }
        return known().<ApiResult<DeviceKey>>map(ApiResult.Ok::new)
                .orElseGet(() -> new ApiResult.Failed<>(new ErrorCause.NotLoggedIn()));
    }

    /// The first key, or the one whose making was cut short; nothing where nothing was.
    ApiResult<DeviceKey> completed() throws InterruptedException {
        return changedUnless(DeviceKeys::isComplete);
    }

    /// Puts another key in the place of that one, unless somebody has just done so; what was cut short is brought to
    /// its end. The key before stays valid for [#OVERLAP].
    ApiResult<DeviceKey> replaced(DeviceKey old) throws InterruptedException {
        return changedUnless(device -> isComplete(device)
                && device.inUse()
                        .filter(now -> now.privateKey().equals(old.privateKey()))
                        .isEmpty());
    }

    private static boolean isComplete(Device device) {
        return device.inUse().isPresent() && device.next().isEmpty();
    }

    /// The key in use, if the operator knows it as we do; else another.
    ApiResult<DeviceKey> checked() throws InterruptedException {
        var known = known();
        if (known.isEmpty()) {
            return inUse();
        }
        var verdict = accounts.asking((login, api) -> switch (asked(login, api)) {
            case ApiResult.Ok(var device) -> new ApiResult.Ok<>(isSame(device, known.get()));
            case ApiResult.Failed(var cause) when Missing.device(cause) -> new ApiResult.Ok<>(false);
            case ApiResult.Failed(var cause) -> new ApiResult.Failed<Boolean>(cause);
        });
        return switch (verdict) {
            case ApiResult.Ok(var same) when same -> new ApiResult.Ok<>(known.get());
            case ApiResult.Ok(var _) -> {
                LOG.info("the operator does not know this device as it is; it gets another key");
                yield replaced(known.get());
            }
            case ApiResult.Failed(var cause) -> new ApiResult.Failed<>(cause);
        };
    }

    private static ApiResult<Enrolment> asked(Login login, ApiClient api) {
        return login.device()
                .id()
                .map(api::device)
                .orElseGet(() -> new ApiResult.Failed<>(new ErrorCause.NotLoggedIn()));
    }

    private static boolean isSame(Enrolment device, DeviceKey key) {
        return device.publicKey().equals(key.publicKey())
                && device.quantumSafe()
                && !device.ended()
                && texts(device.addresses()).equals(key.addresses());
    }

    private Optional<DeviceKey> known() {
        return keeper.saved().login().map(Login::device).flatMap(Device::inUse);
    }

    /// @param done whether another has done meanwhile what was wanted
    private ApiResult<DeviceKey> changedUnless(Predicate<Device> done) throws InterruptedException {
        changing.lockInterruptibly();
        try {
            var now = keeper.saved().login().map(Login::device).filter(done).flatMap(Device::inUse);
            return now.isPresent()
                    ? new ApiResult.Ok<>(now.get())
                    : accounts.asking((login, api) ->
                            begun(login, api).then(with -> enrolled(with, api)).then(with -> agreed(with, api)));
        } finally {
            changing.unlock();
        }
    }

    private ApiResult<Login> begun(Login login, ApiClient api) {
        return accounts.learn(
                login, api, old -> old.with(old.device().beginning(DeviceKey.generate(random, clock.instant()))));
    }

    private ApiResult<Login> enrolled(Login login, ApiClient api) {
        var next = next(login);
        if (next.isEnrolled()) {
            return new ApiResult.Ok<>(login);
        }
        return switch (enrol(login.device(), next, api)) {
            case ApiResult.Ok(var device) ->
                accounts.learn(
                        login,
                        api,
                        old -> old.with(
                                old.device().enrolled(device.id(), texts(device.addresses()), device.rotateBy())));
            case ApiResult.Failed(var cause) -> {
                refused(login, api, cause);
                yield new ApiResult.Failed<>(cause);
            }
        };
    }

    /// A device that the operator has forgotten is made anew.
    private ApiResult<Enrolment> enrol(Device device, DeviceKey next, ApiClient api) {
        var rotated = device.id().map(id -> api.rotate(id, next.publicKey(), OVERLAP));
        var gone = rotated.filter(answer -> answer instanceof ApiResult.Failed(var cause) && Missing.device(cause));
        return rotated.isEmpty() || gone.isPresent() ? api.register(next.publicKey(), deviceName) : rotated.get();
    }

    private void refused(Login login, ApiClient api, ErrorCause cause) {
        if (Missing.devices(cause) && !login.device().isKnown()) {
            accounts.hasNoDevices();
            accounts.learn(login, api, old -> old.with(Surface.LEGACY));
        } else if (cause instanceof ErrorCause.ApiFailed(var _, var status, var _) && status == CONFLICT) {
            // Should the key be the reason, another one is not.
            accounts.learn(login, api, old -> old.with(old.device().withoutNext()));
        }
    }

    private ApiResult<DeviceKey> agreed(Login login, ApiClient api) {
        var id = login.device().id().orElseThrow(() -> new IllegalStateException("enrolled without an id"));
        return switch (api.agree(id, next(login).publicKey())) {
            case ApiResult.Ok(var agreed) ->
                accounts.learn(
                                login,
                                api,
                                old -> old.with(old.device()
                                        .promoted(
                                                agreed.presharedKey().base64(),
                                                sorted(agreed.pending()),
                                                clock.instant().plus(OVERLAP))))
                        .then(with -> new ApiResult.Ok<>(with.device()
                                .inUse()
                                .orElseThrow(() -> new IllegalStateException("promoted nothing"))));
            case ApiResult.Failed(var cause) -> {
                if (Missing.device(cause) || cause instanceof ErrorCause.ApiMalformed) {
                    // The operator has another key for the device, or none: the next time begins one step before.
                    accounts.learn(login, api, old -> old.with(old.device().notEnrolled()));
                }
                yield new ApiResult.Failed<>(cause);
            }
        };
    }

    /// The key, if that server expects it, as far as the operator knows; where it did not when the operator was last
    /// asked, it is asked again. When it cannot be asked nobody knows, and the server may be tried.
    ApiResult<DeviceKey> expected(DeviceKey key, String serverId) {
        return key.pending().contains(serverId)
                ? switch (accounts.asking((login, api) -> asked(key, login, api))) {
                    case ApiResult.Ok(var now)
                    when now.pending().contains(serverId) ->
                        new ApiResult.Failed<>(new ErrorCause.KeyPending(serverId));
                    case ApiResult.Ok(var now) -> new ApiResult.Ok<>(now);
                    case ApiResult.Failed(ErrorCause.Superseded superseded) -> new ApiResult.Failed<>(superseded);
                    case ApiResult.Failed(ErrorCause.NotLoggedIn nobody) -> new ApiResult.Failed<>(nobody);
                    case ApiResult.Failed(var cause) -> {
                        LOG.info("whether {} expects this key cannot be asked: {}", serverId, cause);
                        yield new ApiResult.Ok<>(key);
                    }
                }
                : new ApiResult.Ok<>(key);
    }

    /// Putting the key in its own place changes nothing, and the answer says who has it.
    private ApiResult<DeviceKey> asked(DeviceKey key, Login login, ApiClient api) {
        return login.device()
                .id()
                .map(id -> api.rotate(id, key.publicKey(), OVERLAP))
                .orElseGet(() -> new ApiResult.Failed<>(new ErrorCause.NotLoggedIn()))
                .then(device -> {
                    var now = key.pendingOn(sorted(device.pending()));
                    return accounts.learn(
                                    login, api, old -> old.with(old.device().pendingOn(key, now.pending())))
                            .then(_ -> new ApiResult.Ok<>(now));
                });
    }

    private static List<String> sorted(Set<String> servers) {
        return servers.stream().sorted().toList();
    }

    private static DeviceKey next(Login login) {
        return login.device().next().orElseThrow(() -> new IllegalStateException("no key was begun"));
    }

    private static List<String> texts(List<IpNetwork> addresses) {
        return addresses.stream().map(IpNetwork::toString).toList();
    }
}
