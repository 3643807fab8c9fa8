// SPDX-License-Identifier: Apache-2.0
package org.ginnel.tunnel;

import java.time.Instant;
import java.util.Optional;

/// What may be told of the key of this device that a tunnel runs on. Carries no key.
///
/// @param postQuantum whether a pre-shared key agreed by ML-KEM-1024 protects it besides, so that what is
///     recorded today cannot be read with a quantum computer one day either
/// @param made when the key was made here; empty for one of an earlier version, of the operator's making, or
///     that is being replaced because the user wants it
public record TunnelKey(boolean postQuantum, Optional<Instant> made) {}
