// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.device;

import org.ginnel.provisioning.fleet.TunnelNetwork;
import org.ginnel.wireguard.PublicKey;

/// What is asked for a device of a user.
///
/// @param id of a device that is made
/// @param network where its addresses come from
public record DeviceRequest(
        String id, String user, String tier, String name, PublicKey publicKey, TunnelNetwork network) {}
