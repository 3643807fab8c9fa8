// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.util.Locale;

/// What may stand where a host is named, by RFC 1123 and one rule of the URL standard: a name whose last label looks
/// like a number (`127.1`, `0x7f.1`, `2130706433`) is none, because resolvers read it as an address.
public final class HostName {
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private HostName() {}

    /// Whether `text` is a host name: ASCII labels, perhaps with a final dot. An address is not one.
    public static boolean isValid(String text) {
        var name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.isEmpty() || name.length() > LONGEST) {
            return false;
        }
        var labels = name.split("\\.", -1);
        for (var label : labels) {
            if (!isLabel(label)) {
                return false;
            }
        }
        return !looksNumeric(labels[labels.length - 1]);
    }

    /// Whether the name means this machine by definition: `localhost` and what is under it (RFC 6761).
    public static boolean isLocalhost(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        return bare.equals("localhost") || bare.endsWith(".localhost");
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && label.charAt(0) != '-'
                && label.charAt(label.length() - 1) != '-'
                && label.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
    }

    private static boolean looksNumeric(String label) {
        var hex = label.length() >= 2 && label.charAt(0) == '0' && (label.charAt(1) | 0x20) == 'x';
        return IpLiteral.isDigits(label) || (hex && label.chars().skip(2).allMatch(c -> Character.digit(c, 16) >= 0));
    }
}
