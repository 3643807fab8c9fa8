// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.device;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// How much a device sent and received on one day, on all servers together. Where to and where from nobody notes.
///
/// @param day in UTC
/// @param sentBytes by the device
/// @param receivedBytes by the device
/// @param handshakeAt its last handshake of that day
public record UsageDay(LocalDate day, long sentBytes, long receivedBytes, Optional<Instant> handshakeAt) {}
