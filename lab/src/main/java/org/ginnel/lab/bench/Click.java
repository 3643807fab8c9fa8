// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.time.Duration;

/// What one connect took, from the start of its command.
///
/// @param flowing until a packet of any program was first answered through the tunnel
/// @param returned until the command had ended
record Click(Duration flowing, Duration returned) {}
