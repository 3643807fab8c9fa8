// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.Instant;
import java.util.Optional;
import org.ginnel.daemon.store.Device;
import org.ginnel.daemon.store.DeviceKey;
import org.ginnel.daemon.store.Login;
import org.ginnel.daemon.store.Saved;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;

/// What is known of the key that a tunnel runs on. Pure.
final class KeyFacts {
    private KeyFacts() {}

    /// What users are told of it; empty for a config of the user's own.
    static Optional<TunnelKey> of(Saved saved, Config config) {
        return config.local().privateKey().flatMap(own -> saved.login().flatMap(login -> of(login, own, config)));
    }

    private static Optional<TunnelKey> of(Login login, PrivateKey own, Config config) {
        return inUse(login, own)
                .map(key -> new TunnelKey(isAgreed(key, config), key.knownMade()))
                .or(() -> issued(login, own).map(one -> new TunnelKey(false, one.made())))
                .or(() -> before(login, own).map(past -> new TunnelKey(true, past.knownMade())))
                .or(() -> isOutdated(login, own)
                        ? Optional.of(new TunnelKey(false, Optional.empty()))
                        : Optional.empty());
    }

    /// Whether a tunnel on that config is to be moved to another key.
    static boolean isOld(Saved saved, Config config, Instant now) {
        return oldAt(saved, config, now).filter(due -> !due.isAfter(now)).isPresent();
    }

    /// When a tunnel on that config is to be moved to another key: its own is old then, or has been replaced. Empty
    /// for a config of the user's own.
    static Optional<Instant> oldAt(Saved saved, Config config, Instant now) {
        var replaced = config.local()
                .privateKey()
                .filter(own -> saved.login()
                        .filter(login -> before(login, own).isPresent() || isOutdated(login, own))
                        .isPresent());
        return replaced.isPresent()
                ? Optional.of(now)
                : deviceKey(saved, config)
                        .map(key -> old(key, saved, now))
                        .or(() -> of(saved, config)
                                .map(key -> key.made()
                                        .map(made -> old(made, saved, now))
                                        .orElse(now)));
    }

    /// When that key of the device is old: when the user or the operator wants it replaced, whoever wants it sooner. An
    /// operator may not want it more often than a user may.
    static Instant old(DeviceKey key, Saved saved, Instant now) {
        var ours = old(key.made(), saved, now);
        return key.rotateBy()
                .filter(_ -> ours.isAfter(now))
                .map(theirs -> later(theirs, key.made().plus(Settings.SHORTEST_KEYS)))
                .filter(theirs -> theirs.isBefore(ours))
                .orElse(ours);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// When a key that was made then is old. One of a time to come was made under a clock that was wrong: nobody
    /// knows how old it is.
    static Instant old(Instant made, Saved saved, Instant now) {
        return made.isAfter(now) ? now : made.plus(saved.settings().keyTime());
    }

    private static boolean isAgreed(DeviceKey key, Config config) {
        var agreed = key.presharedKey().flatMap(PresharedKey::parse);
        return agreed.isPresent() && agreed.equals(config.peers().getFirst().presharedKey());
    }

    private static Optional<DeviceKey> deviceKey(Saved saved, Config config) {
        return config.local().privateKey().flatMap(own -> saved.login().flatMap(login -> inUse(login, own)));
    }

    private static Optional<DeviceKey> inUse(Login login, PrivateKey own) {
        return login.device()
                .inUse()
                .filter(key ->
                        PrivateKey.parse(key.privateKey()).filter(own::equals).isPresent());
    }

    private static Optional<Login.Issued> issued(Login login, PrivateKey own) {
        return login.issued().values().stream()
                .filter(one -> one.privateKey().filter(own::equals).isPresent())
                .findFirst();
    }

    private static boolean isOutdated(Login login, PrivateKey own) {
        return !login.outdated().isEmpty()
                && login.outdated().stream()
                        .anyMatch(
                                peer -> peer.publicKey().equals(own.publicKey().base64()));
    }

    private static Optional<Device.Past> before(Login login, PrivateKey own) {
        return login.device()
                .before()
                .filter(past -> past.publicKey().equals(own.publicKey().base64()));
    }
}
