// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

/// One thing that is wrong with a config, and where.
///
/// @param line counts from 1; that of the section when a key is absent from it; 0 when a section is absent, or the
///     text as a whole is wrong
/// @param key the key it concerns, such as `Endpoint`, or the section when there is no key; at most 32 printable
///     characters
/// @param reason what is wrong
public record ConfigProblem(int line, String key, Reason reason) {

    /// What can be wrong. One fixture file each in the tests.
    public enum Reason {
        /// More than 64 KiB of text.
        TOO_LARGE,
        /// A line that is neither a section, nor `key = value`, nor a comment.
        NOT_A_SETTING,
        /// A section other than `[Interface]` and `[Peer]`.
        UNKNOWN_SECTION,
        /// A second `[Interface]`.
        DUPLICATE_SECTION,
        /// No `[Interface]`, or no `[Peer]`.
        MISSING_SECTION,
        /// A key that WireGuard does not know.
        UNKNOWN_KEY,
        /// A key that may stand once stands twice.
        DUPLICATE_KEY,
        /// A key that must be there is not.
        MISSING_KEY,
        /// A key that would run commands or change routing behind our back: `PostUp` and its kin.
        FORBIDDEN_KEY,
        /// Not a WireGuard key: 32 bytes in base64.
        BAD_KEY,
        /// Not an address or an address/prefix.
        BAD_ADDRESS,
        /// Not `host:port`.
        BAD_ENDPOINT,
        /// Not a number, or out of its range.
        BAD_NUMBER,
        /// An address in loopback, link-local, multicast or unspecified space where that can only be an attack.
        FORBIDDEN_ADDRESS
    }
}
