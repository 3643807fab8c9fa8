// SPDX-License-Identifier: Apache-2.0
package org.ginnel.peering;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Collectors;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;

/// A hash of a set of peers that follows a change without looking at the others: the sum, modulo 2^256, of the SHA-256
/// of every peer's line. Two sides with the same hash mean the same peers, in whatever order. Gives away nothing: a
/// pre-shared key has 256 random bits.
///
/// @param sum 0 for no peers
public record PeerHash(BigInteger sum) {
    /// The hash of no peers.
    public static final PeerHash EMPTY = new PeerHash(BigInteger.ZERO);

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    /// The hash with one peer more.
    ///
    /// @param peer in the spelling of [PeerSet]
    public PeerHash plus(Peer peer) {
        return new PeerHash(sum.add(of(peer)).mod(MODULUS));
    }

    /// The hash with one peer less.
    public PeerHash minus(Peer peer) {
        return new PeerHash(sum.subtract(of(peer)).mod(MODULUS));
    }

    /// The hash of two sets that share no peer.
    public PeerHash plus(PeerHash other) {
        return new PeerHash(sum.add(other.sum).mod(MODULUS));
    }

    /// 64 hex digits.
    public String text() {
        var digits = sum.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }

    private static BigInteger of(Peer peer) {
        return new BigInteger(1, sha256().digest(line(peer).getBytes(StandardCharsets.US_ASCII)));
    }

    private static String line(Peer peer) {
        var secret = peer.presharedKey().map(PresharedKey::base64).orElse("-");
        var networks = peer.allowedIps().stream().map(IpNetwork::toString).collect(Collectors.joining(","));
        return peer.publicKey().base64() + " " + secret + " " + networks + "\n";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
