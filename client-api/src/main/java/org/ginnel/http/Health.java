// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.time.Instant;
import java.util.Optional;

/// How the API says it is.
///
/// @param status its word for it, `healthy` when all is well; at most 64 printable characters
/// @param serverTime its clock, where it can be understood
public record Health(String status, Optional<Instant> serverTime) {}
