// SPDX-License-Identifier: Apache-2.0
package org.ginnel.update;

/// The newest announcement that was believed here. Whoever keeps it, keeps it for good: with it, an older one is told
/// from a newer one however the network behaves.
///
/// @param serial of it; 0 when there was none
/// @param sha256 of it in hexadecimal digits; empty when there was none
public record Seen(long serial, String sha256) {
    /// Before the first one.
    public static final Seen NOTHING = new Seen(0, "");
}
