// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import org.ginnel.tunnel.ErrorCause;

/// A conversation with the daemon could not be held or could not go on.
public final class ControlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCause cause;

    /// @param cause what a person should be told
    public ControlException(ErrorCause cause) {
        super(cause.toString());
        this.cause = cause;
    }

    /// What a person should be told.
    public ErrorCause errorCause() {
        return cause;
    }
}
