// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.lease;

import java.security.SecureRandom;

/// Names for peers and devices: 15 random characters that say nothing about the user. 15, because the reference
/// server's script
/// cuts longer names off.
public final class ClientName {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 15;

    private ClientName() {}

    /// A new name, of 75 random bits: no two are ever equal.
    public static String generate(SecureRandom random) {
        var name = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            name.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return name.toString();
    }
}
