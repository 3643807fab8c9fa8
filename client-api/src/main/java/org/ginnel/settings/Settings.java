// SPDX-License-Identifier: Apache-2.0
package org.ginnel.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.SpecialAddress;

/// What the user decided, kept by the daemon.
///
/// @param allowLan whether printers and shares of the local network stay reachable while a tunnel is wanted;
///     names are still looked up only through the tunnel
/// @param lockdown whether nothing leaves without a tunnel either: when disconnected, and from before the network
///     starts. Holds once somebody has logged in
/// @param dns who is asked for names through the tunnel, as IP addresses, at most three; empty: whom the operator
///     names
/// @param keysFor how long a key of this device is used before another takes its place, [#SHORTEST_KEYS] to
///     [#LONGEST_KEYS]; empty: [#USUAL_KEYS]
public record Settings(boolean allowLan, boolean lockdown, List<String> dns, Optional<Duration> keysFor) {
    /// How many resolvers a system asks (`resolv.conf(5)`, MAXNS).
    public static final int MAX_DNS = 3;
    /// The shortest time that a key may be used for: as long as the one before it stays valid.
    public static final Duration SHORTEST_KEYS = Duration.ofHours(1);
    /// How long a key is used unless the user says otherwise.
    public static final Duration USUAL_KEYS = Duration.ofHours(24);
    /// The longest time that a key may be used for.
    public static final Duration LONGEST_KEYS = Duration.ofDays(30);

    /// @throws IllegalArgumentException for a resolver that is no address, or one that no packet can be sent
    ///     to, and for a time out of range
    public Settings {
        dns = List.copyOf(dns);
        if (dns.size() > MAX_DNS || !dns.stream().allMatch(Settings::isResolver)) {
            throw new IllegalArgumentException("not at most three addresses of resolvers");
        }
        if (keysFor.filter(time -> !isKeyTime(time)).isPresent()) {
            throw new IllegalArgumentException("a key is used for an hour to 30 days");
        }
    }

    /// One in which keys are used for the usual time.
    public Settings(boolean allowLan, boolean lockdown, List<String> dns) {
        this(allowLan, lockdown, dns, Optional.empty());
    }

    /// Whether a key may be used for that long.
    public static boolean isKeyTime(Duration time) {
        return time.compareTo(SHORTEST_KEYS) >= 0 && time.compareTo(LONGEST_KEYS) <= 0;
    }

    /// How long a key of this device is used.
    public Duration keyTime() {
        return keysFor.orElse(USUAL_KEYS);
    }

    /// What holds until the user says otherwise.
    public static Settings defaults() {
        return new Settings(false, false, List.of());
    }

    /// Whether `text` is the address of somebody who may be asked for names.
    public static boolean isResolver(String text) {
        return IpLiteral.parse(text)
                .filter(address -> !SpecialAddress.isForbiddenTarget(address))
                .isPresent();
    }

    /// The same with another [#allowLan()].
    public Settings withAllowLan(boolean other) {
        return new Settings(other, lockdown, dns, keysFor);
    }

    /// The same with another [#lockdown()].
    public Settings withLockdown(boolean other) {
        return new Settings(allowLan, other, dns, keysFor);
    }

    /// The same with other resolvers.
    public Settings withDns(List<String> other) {
        return new Settings(allowLan, lockdown, other, keysFor);
    }

    /// The same with keys that are used for that long; empty: for the usual time.
    public Settings withKeysFor(Optional<Duration> other) {
        return new Settings(allowLan, lockdown, dns, other);
    }
}
