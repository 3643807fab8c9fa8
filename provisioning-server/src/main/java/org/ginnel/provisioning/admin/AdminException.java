// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.admin;

/// It could not be done; the message says why and what to do.
public final class AdminException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    public AdminException(Why why, String message) {
        super(message);
        this.why = why;
    }

    /// What kind of reason.
    public Why why() {
        return why;
    }

    /// Kinds of reasons.
    public enum Why {
        /// What was asked for cannot be.
        WRONG,
        /// It does not go with what there is.
        CONFLICT,
        /// There is no such thing.
        MISSING,
        /// The service cannot be reached, or did not take who asks.
        REFUSED
    }
}
