// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.time.Duration;

/// A call that changes what the operator has of a device. Not every API has devices, and the operator's gateways may
/// have to hear of it before it answers.
sealed interface DeviceChange<T> extends ApiCall<T> permits AgreeCall, RegisterCall, RotateCall {
    @Override
    default boolean mayBeMissing() {
        return true;
    }

    @Override
    default Duration limit(Timeouts timeouts) {
        return timeouts.provision();
    }
}
