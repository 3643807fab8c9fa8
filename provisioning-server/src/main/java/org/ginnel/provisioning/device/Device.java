// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.device;

import java.time.Instant;
import java.util.Optional;

/// A user's device as it is known to every server that its tier allows.
///
/// @param id opaque, 15 characters
/// @param name for people
/// @param previous the key before, while it is still valid
public record Device(
        String id,
        String user,
        String name,
        String tier,
        Instant createdAt,
        DeviceKey key,
        Optional<DeviceKey> previous) {}
