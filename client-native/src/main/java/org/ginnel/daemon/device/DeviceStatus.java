// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.device;

import java.time.Instant;
import java.util.Optional;

/// What a running device says of itself.
///
/// @param lastHandshake when the peer last completed a handshake; empty while it never did
/// @param rxBytes received from the peer
/// @param txBytes sent to the peer
public record DeviceStatus(Optional<Instant> lastHandshake, long rxBytes, long txBytes) {}
