// SPDX-License-Identifier: Apache-2.0
package org.ginnel.settings;

import java.util.List;
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
public record Settings(boolean allowLan, boolean lockdown, List<String> dns) {
    /// How many resolvers a system asks (`resolv.conf(5)`, MAXNS).
    public static final int MAX_DNS = 3;

    /// @throws IllegalArgumentException for a resolver that is no address, or one that no packet can be sent to
    public Settings {
        dns = List.copyOf(dns);
        if (dns.size() > MAX_DNS || !dns.stream().allMatch(Settings::isResolver)) {
            throw new IllegalArgumentException("not at most three addresses of resolvers");
        }
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
        return new Settings(other, lockdown, dns);
    }

    /// The same with another [#lockdown()].
    public Settings withLockdown(boolean other) {
        return new Settings(allowLan, other, dns);
    }

    /// The same with other resolvers.
    public Settings withDns(List<String> other) {
        return new Settings(allowLan, lockdown, other);
    }
}
