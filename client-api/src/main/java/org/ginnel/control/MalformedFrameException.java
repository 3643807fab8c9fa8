// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.io.IOException;
import java.io.Serial;

/// The other side sent bytes that are no message of this protocol. The message says why and quotes nothing.
public final class MalformedFrameException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    MalformedFrameException(String message) {
        super(message);
    }
}
