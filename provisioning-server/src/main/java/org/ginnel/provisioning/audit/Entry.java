// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// One change. Its hash covers everything it says and the hash of the entry before, so no entry can be changed, taken
/// out or put in without changing all that follow.
///
/// @param seq from 1 on, without gaps
/// @param actor who did it: `user:NAME`, `operator` or `service`
/// @param action what was done, such as `device.registered`
/// @param subject to what: `device:ID`, `lease:NAME`, `token:ID`
/// @param detail JSON without secrets
/// @param hash 64 hex digits
public record Entry(long seq, Instant at, String actor, String action, String subject, String detail, String hash) {
    /// The hash before the first entry.
    public static final String GENESIS = "0".repeat(64);

    /// The entry that follows `before`.
    public static Entry following(
            long seq, String before, Instant at, String actor, String action, String subject, String detail) {
        var hash = hash(seq, before, at, actor, action, subject, detail);
        return new Entry(seq, at, actor, action, subject, detail, hash);
    }

    /// Whether this is the entry that followed `before`, unchanged.
    public boolean follows(long seqBefore, String before) {
        return seq == seqBefore + 1 && hash.equals(hash(seq, before, at, actor, action, subject, detail));
    }

    private static String hash(
            long seq, String before, Instant at, String actor, String action, String subject, String detail) {
        var digest = sha256();
        digest.update(HexFormat.of().parseHex(before));
        digest.update(
                ByteBuffer.allocate(16).putLong(seq).putLong(at.toEpochMilli()).flip());
        for (var text : new String[] {actor, action, subject, detail}) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
