// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ginnel.daemon.desk.KeyChore.Complete;
import org.ginnel.daemon.desk.KeyChore.FindSurface;
import org.ginnel.daemon.desk.KeyChore.GiveBack;
import org.ginnel.daemon.desk.KeyChore.Reissue;
import org.ginnel.daemon.desk.KeyChore.Replace;
import org.ginnel.daemon.desk.KeyChore.Retire;
import org.ginnel.daemon.store.Login;
import org.ginnel.daemon.store.Outdated;
import org.ginnel.daemon.store.Saved;

/// Says what is to be done next for the keys of this device. Pure.
final class KeyPlan {
    private final Saved saved;
    private final Login login;
    private final Instant now;

    private KeyPlan(Saved saved, Login login, Instant now) {
        this.saved = saved;
        this.login = login;
        this.now = now;
    }

    /// What is to be done first, now or later.
    ///
    /// @param resting whether no tunnel runs on a key or is about to; only then keys are replaced
    /// @param inUse public keys, in base64, that tunnels run on or are to be resumed with
    static Optional<KeyChore> next(Saved saved, Instant now, boolean resting, Supplier<Set<String>> inUse) {
        return saved.login().flatMap(login -> {
            var plan = new KeyPlan(saved, login, now);
            return Stream.concat(resting ? plan.keys() : Stream.of(), plan.givingBack(inUse))
                    .min(Comparator.comparing(KeyChore::due));
        });
    }

    private Stream<KeyChore> keys() {
        return switch (login.surface()) {
            case UNKNOWN -> Stream.of(new KeyChore(now, new FindSurface()));
            case LEGACY -> configs();
            case V1 -> Stream.concat(device().stream(), spareConfigs());
        };
    }

    private Optional<KeyChore> device() {
        var device = login.device();
        return Optional.of(
                device.inUse().isEmpty() || device.next().isPresent()
                        ? new KeyChore(now, new Complete())
                        : new KeyChore(
                                KeyFacts.old(device.inUse().get(), saved, now),
                                new Replace(device.inUse().get())));
    }

    /// Once the device has its key, configs of single servers are needed no more.
    private Stream<KeyChore> spareConfigs() {
        return login.device().inUse().isEmpty() || login.issued().isEmpty()
                ? Stream.of()
                : Stream.of(new KeyChore(
                        now,
                        new Retire(login.issued().keySet().stream().sorted().toList())));
    }

    /// Configs of servers that were used lately are replaced; the others are asked for when they are wanted
    /// again.
    private Stream<KeyChore> configs() {
        return login.issued().entrySet().stream().map(entry -> {
            var due = entry.getValue().made().map(this::old).orElse(now);
            return new KeyChore(
                    due,
                    saved.recents().contains(entry.getKey())
                            ? new Reissue(entry.getKey())
                            : new Retire(List.of(entry.getKey())));
        });
    }

    private Stream<KeyChore> givingBack(Supplier<Set<String>> inUse) {
        if (login.outdated().isEmpty()) {
            return Stream.of();
        }
        var busy = inUse.get();
        return login.outdated().stream()
                .filter(peer -> !busy.contains(peer.publicKey()))
                .map(peer -> new KeyChore(after(peer, DeviceKeys.OVERLAP), new GiveBack(peer)));
    }

    private Instant after(Outdated peer, Duration overlap) {
        return peer.since().isAfter(now) ? now : peer.since().plus(overlap);
    }

    private Instant old(Instant made) {
        return KeyFacts.old(made, saved, now);
    }
}
