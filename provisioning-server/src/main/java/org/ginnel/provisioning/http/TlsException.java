// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.http;

/// The TLS key or certificate cannot be used; the message is for the operator.
public final class TlsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
