// SPDX-License-Identifier: Apache-2.0
package org.ginnel.json;

import java.io.IOException;
import java.io.Serial;

/// Bytes are no JSON, or not the JSON that whoever reads expects. The message says why and where, and quotes nothing.
public final class MalformedJsonException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message) {
        super(message);
    }
}
