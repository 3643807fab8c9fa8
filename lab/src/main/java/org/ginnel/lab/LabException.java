// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import java.io.Serial;

/// Says in one sentence why the lab cannot do what it was asked to do.
public final class LabException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public LabException(String message) {
        super(message);
    }

    public LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
