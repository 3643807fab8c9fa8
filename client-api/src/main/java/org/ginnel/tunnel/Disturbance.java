// SPDX-License-Identifier: Apache-2.0
package org.ginnel.tunnel;

import java.time.Instant;

/// Another program changed what protects, and the daemon put it back.
///
/// @param part what was changed
/// @param last when that was noticed last
/// @param times how often since the daemon started, counted from 1
public record Disturbance(ErrorCause.Part part, Instant last, int times) {}
