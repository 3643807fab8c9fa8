// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.port.Routes;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.port.TunnelProver;

/// What the driver needs of the system.
public record Ports(Firewall firewall, TunnelDevice device, Routes routes, Dns dns, TunnelProver prover) {}
