// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

/// The database could not do what was asked; nothing of it was kept.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
