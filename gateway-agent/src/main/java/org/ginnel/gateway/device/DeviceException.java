// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

/// The device could not be read or changed; the message says why and holds no key.
public final class DeviceException extends Exception {
    private static final long serialVersionUID = 1L;

    public DeviceException(String message) {
        super(message);
    }

    public DeviceException(String message, Throwable cause) {
        super(message, cause);
    }
}
