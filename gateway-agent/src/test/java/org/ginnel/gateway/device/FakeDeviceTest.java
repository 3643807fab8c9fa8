// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

/// The fake keeps the contract of the real ones.
class FakeDeviceTest extends PeerDeviceContract {
    private final FakeDevice device = new FakeDevice(Peers.set());

    @Override
    PeerDevice device() {
        return device;
    }
}
