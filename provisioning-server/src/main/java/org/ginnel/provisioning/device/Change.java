// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.device;

import org.ginnel.provisioning.fleet.Scope;

/// How it ended to change a device.
public sealed interface Change {
    /// It is on the disk.
    ///
    /// @param fresh false when it was so before
    /// @param revision from which on gateways of the scope have it
    record Done(Device device, boolean fresh, Scope scope, long revision) implements Change {}

    /// The user has no such device.
    record NoSuchDevice() implements Change {}

    /// The public key belongs to another device, another user or a gateway.
    record KeyTaken() implements Change {}

    /// The user has as many devices as allowed.
    record TooMany() implements Change {}

    /// Every address is given away.
    record Full() implements Change {}
}
