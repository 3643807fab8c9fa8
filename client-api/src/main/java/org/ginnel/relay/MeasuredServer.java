// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.util.Optional;

/// A server and what was last learnt of the way to it; empty while nothing was.
public record MeasuredServer(Server server, Optional<Measurement> measurement) {}
