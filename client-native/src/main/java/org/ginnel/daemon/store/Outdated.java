// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import java.time.Instant;

/// A peer of the legacy surface whose place another has taken, to be given back to the operator.
///
/// @param clientName the operator's name for it
/// @param publicKey its key, in base64: it is not given back while a tunnel runs on it
/// @param since when its place was taken
public record Outdated(String clientName, String publicKey, Instant since) {}
