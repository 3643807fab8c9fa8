// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.key;

import java.util.regex.Pattern;

/// Who holds a key, as the key itself says it.
///
/// @param user 1 to 64 of `[A-Za-z0-9._-]`
/// @param tier 1 to 64 of `[A-Za-z0-9.-]`: no underscore, so that a key reads only one way
public record Caller(String user, String tier) {
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TIER = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    public Caller {
        if (!USER.matcher(user).matches()) {
            throw new IllegalArgumentException("a user id is 1 to 64 of [A-Za-z0-9._-]");
        }
        if (!TIER.matcher(tier).matches()) {
            throw new IllegalArgumentException("a tier is 1 to 64 of [A-Za-z0-9.-]");
        }
    }

    static boolean isUser(String text) {
        return USER.matcher(text).matches();
    }

    static boolean isTier(String text) {
        return TIER.matcher(text).matches();
    }
}
