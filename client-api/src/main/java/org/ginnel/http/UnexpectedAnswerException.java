// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.io.Serial;

/// An answer is not what the wire contract says. Never leaves this package.
final class UnexpectedAnswerException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String found;

    /// An answer in which `found` stands, such as `servers[2].port: 0`.
    UnexpectedAnswerException(String found) {
        super(found, null, false, false);
        this.found = PlainText.of(found, 200);
    }

    /// What stands there, in at most 200 printable characters.
    String found() {
        return found;
    }
}
