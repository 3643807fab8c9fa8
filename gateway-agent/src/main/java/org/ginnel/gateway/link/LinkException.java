// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.link;

/// The provisioning service could not be asked, or refused; the message says why and holds no token.
public final class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    public LinkException(String message) {
        super(message);
    }

    public LinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
