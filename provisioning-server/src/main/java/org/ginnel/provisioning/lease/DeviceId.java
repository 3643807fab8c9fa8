// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.lease;

import org.ginnel.wireguard.PublicKey;

/// What makes two calls of a user mean the same peer: asked for twice, a device has one peer on a server.
///
/// @param text starts with how the device was recognised, so that no two ways collide
public record DeviceId(String text) {
    private static final String ONCE = "once:";

    /// The client names its device.
    public static DeviceId named(String deviceId) {
        return new DeviceId("id:" + deviceId);
    }

    /// The client made its own key pair: the key is the device.
    public static DeviceId ofKey(PublicKey key) {
        return new DeviceId("key:" + key.base64());
    }

    /// A legacy client that repeats a call it had no answer to.
    public static DeviceId ofRetry(String idempotencyKey) {
        return new DeviceId("retry:" + idempotencyKey);
    }

    /// A legacy client that says nothing of itself: every call is a device of its own.
    public static DeviceId once(String clientName) {
        return new DeviceId(ONCE + clientName);
    }

    /// Whether this device can never be recognised again.
    public boolean isOnce() {
        return text.startsWith(ONCE);
    }
}
