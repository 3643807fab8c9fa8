// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

/// The body that was announced did not arrive in time, or not in the form that was announced.
public final class IncompleteBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IncompleteBodyException(Throwable cause) {
        super("the body did not arrive", cause);
    }
}
