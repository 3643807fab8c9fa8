// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.util.regex.Pattern;

/// The name of a network interface, safe as a file name and as an argument: Linux allows 15 characters.
public record InterfaceName(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,14}");

    public InterfaceName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("an interface name is 1 to 15 of [A-Za-z0-9_.-], such as wg0");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
