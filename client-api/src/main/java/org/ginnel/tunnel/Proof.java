// SPDX-License-Identifier: Apache-2.0
package org.ginnel.tunnel;

import java.time.Duration;
import java.time.Instant;

/// Evidence that the tunnel carries traffic: a round trip seen inside it.
///
/// @param at when the answer arrived
/// @param roundTrip how long it took, more than zero
/// @param by the address inside the tunnel that answered
public record Proof(Instant at, Duration roundTrip, String by) {}
