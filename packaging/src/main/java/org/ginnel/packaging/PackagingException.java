// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging;

import java.io.Serial;

/// Says in one sentence why something cannot be packed.
public final class PackagingException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public PackagingException(String message) {
        super(message);
    }

    public PackagingException(String message, Throwable cause) {
        super(message, cause);
    }
}
