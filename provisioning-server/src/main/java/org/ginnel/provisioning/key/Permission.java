// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.key;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a key may be used for.
public enum Permission {
    RELAYS_READ("relays:read"),
    DEVICES_READ("devices:read"),
    DEVICES_WRITE("devices:write"),
    ACCOUNT_READ("account:read"),
    METRICS_READ("metrics:read"),
    ADMIN("admin");

    private final String word;

    Permission(String word) {
        this.word = word;
    }

    /// As it is written in scopes.
    public String word() {
        return word;
    }

    public static Optional<Permission> of(String word) {
        return Arrays.stream(values()).filter(p -> p.word.equals(word)).findFirst();
    }

    /// What a user needs for its own devices: everything but administration.
    public static Set<Permission> ofUsers() {
        return EnumSet.complementOf(EnumSet.of(ADMIN, METRICS_READ));
    }
}
