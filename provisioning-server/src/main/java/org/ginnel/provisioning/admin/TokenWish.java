// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.admin;

import java.util.List;
import java.util.Optional;

/// A token that is asked for.
///
/// @param scopes none means all that a user needs
/// @param name what it is for, for people; may be empty
/// @param days after how many it ends; empty for never
public record TokenWish(String user, String tier, List<String> scopes, String name, Optional<Integer> days) {
    private static final int MOST_DAYS = 36_500;

    public TokenWish {
        scopes = List.copyOf(scopes);
        if (!tier.equals("basic") && !tier.equals("pro")) {
            throw new IllegalArgumentException("a token's tier is basic or pro");
        }
        if (name.length() > 64 || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a token's name has at most 64 printable characters");
        }
        if (days.filter(count -> count < 1 || count > MOST_DAYS).isPresent()) {
            throw new IllegalArgumentException("a token ends after 1 to " + MOST_DAYS + " days, or never");
        }
    }
}
