// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;

/// A key of this device that is valid on every server, as far as it has come. Prints without its secrets.
///
/// @param privateKey in base64; made here, never sent
/// @param made when; 1970 for one that the user wants replaced
/// @param addresses of this key inside every tunnel, in CIDR notation; none before the operator knows the key
/// @param presharedKey in base64, agreed by ML-KEM-1024; empty before
/// @param rotateBy when the operator wants it replaced, where it says so
/// @param pending ids of servers that did not expect it when the operator was last asked
public record DeviceKey(
        String privateKey,
        Instant made,
        List<String> addresses,
        Optional<String> presharedKey,
        Optional<Instant> rotateBy,
        List<String> pending) {
    /// When those were made that the user wants replaced: older than any.
    private static final Instant WORN_OUT = Instant.EPOCH;

    public DeviceKey {
        addresses = List.copyOf(addresses);
        pending = List.copyOf(pending);
    }

    /// One of which the operator says no more.
    public DeviceKey(String privateKey, Instant made, List<String> addresses, Optional<String> presharedKey) {
        this(privateKey, made, addresses, presharedKey, Optional.empty(), List.of());
    }

    /// A new one, which nobody knows of.
    public static DeviceKey generate(SecureRandom random, Instant now) {
        return new DeviceKey(PrivateKey.generate(random).base64(), now, List.of(), Optional.empty());
    }

    /// The same, to be replaced as soon as that can be.
    DeviceKey wornOut() {
        return new DeviceKey(privateKey, WORN_OUT, addresses, presharedKey, rotateBy, pending);
    }

    /// When it was made, unless it is [#wornOut()].
    public Optional<Instant> knownMade() {
        return known(made);
    }

    static Optional<Instant> known(Instant made) {
        return made.equals(WORN_OUT) ? Optional.empty() : Optional.of(made);
    }

    /// Whether the operator knows it.
    public boolean isEnrolled() {
        return !addresses.isEmpty();
    }

    /// The public half.
    ///
    /// @throws IllegalStateException when what was kept is no key
    public PublicKey publicKey() {
        return PrivateKey.parse(privateKey)
                .orElseThrow(() -> new IllegalStateException("what is kept is no key"))
                .publicKey();
    }

    DeviceKey with(List<String> itsAddresses, Optional<Instant> wantedReplaced) {
        return new DeviceKey(privateKey, made, itsAddresses, presharedKey, wantedReplaced, pending);
    }

    DeviceKey with(String itsPresharedKey, List<String> servers) {
        return new DeviceKey(privateKey, made, addresses, Optional.of(itsPresharedKey), rotateBy, servers);
    }

    /// The same, which these servers do not expect.
    public DeviceKey pendingOn(List<String> servers) {
        return new DeviceKey(privateKey, made, addresses, presharedKey, rotateBy, servers);
    }

    @Override
    public String toString() {
        return "DeviceKey[made " + made + ", " + addresses.size() + " addresses, "
                + (presharedKey.isPresent() ? "agreed" : "not agreed") + "]";
    }
}
