// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.lease;

import java.util.Optional;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// What a device asks for, with the random values that are used when it gets a new lease.
public record LeaseRequest(
        Gateway gateway,
        String user,
        DeviceId device,
        Optional<String> deviceName,
        PublicKey publicKey,
        String newName,
        PresharedKey newPresharedKey) {}
