// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.link;

/// The provisioning service could not be asked, or refused; the message says why and holds no token.
public final class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean refused;

    public LinkException(String message) {
        this(message, false);
    }

    /// @param refused whether the service answered, and will answer alike until somebody changes something
    public LinkException(String message, boolean refused) {
        super(message);
        this.refused = refused;
    }

    public LinkException(String message, Throwable cause) {
        super(message, cause);
        this.refused = false;
    }

    /// Whether asking again soon is of no use.
    public boolean isRefusal() {
        return refused;
    }
}
