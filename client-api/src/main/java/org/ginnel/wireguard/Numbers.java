// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.util.Optional;

/// Numbers as configs spell them.
final class Numbers {
    private Numbers() {}

    /// 0 to 65535 in decimal digits, with leading zeros if it must be; empty for anything else.
    static Optional<Integer> upTo65535(String text) {
        if (!IpLiteral.isDigits(text)) {
            return Optional.empty();
        }
        var digits = text.replaceFirst("^0+(?=.)", "");
        return digits.length() <= 5 ? Optional.of(Integer.parseInt(digits)).filter(n -> n <= 65535) : Optional.empty();
    }
}
