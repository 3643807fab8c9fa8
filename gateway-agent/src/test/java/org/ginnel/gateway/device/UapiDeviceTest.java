// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.util.Optional;

/// wireguard-go over its socket, the way the agent drives it.
class UapiDeviceTest extends RealDeviceContract {
    @Override
    PeerDevice open(WireguardGo engine) {
        return engine.live();
    }

    @Override
    PeerDevice openMissing(WireguardGo engine) {
        return new UapiDevice(engine.socketDirectory().resolve("none.sock"), Optional::empty);
    }
}
