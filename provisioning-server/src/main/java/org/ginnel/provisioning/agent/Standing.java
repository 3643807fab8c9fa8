// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.agent;

import java.time.Duration;
import java.util.Optional;

/// How a gateway that has an agent stands.
///
/// @param peers how many it is to have
/// @param behind by how many changes it was not seen to have followed; 0 when it has everything
/// @param silence since its agent called last; empty when it never did since the service started
/// @param load how busy it says it is, 0 to 1; empty when it did not say so lately
public record Standing(String serverId, int peers, long behind, Optional<Duration> silence, Optional<Double> load) {}
