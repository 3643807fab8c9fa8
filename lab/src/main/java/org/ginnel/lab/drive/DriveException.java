// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.drive;

import java.io.Serial;

/// The window did not do what a newcomer would expect of it. The message says what was expected.
final class DriveException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    DriveException(String message, Throwable cause) {
        super(message, cause);
    }
}
