// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import java.util.stream.Collectors;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.engine.UapiText;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.wireguard.PresharedKey;

/// A plan in the words of `wg`. Pure. It holds secrets: it goes to a standard input, nowhere else.
final class DeviceText {
    private DeviceText() {}

    /// For `wg setconf`: the mark, the key and the one peer.
    static String setconf(DevicePlan plan) {
        var peer = plan.config().peers().getFirst();
        var local = plan.config().local();
        return "[Interface]\n"
                + "PrivateKey = " + UapiText.key(plan).base64() + "\n"
                + "FwMark = 0x" + Integer.toHexString(LinuxNames.MARK) + "\n"
                + local.listenPort().map(port -> "ListenPort = " + port + "\n").orElse("")
                + "[Peer]\n"
                + "PublicKey = " + peer.publicKey().base64() + "\n"
                + peer.presharedKey()
                        .map(PresharedKey::base64)
                        .map(base64 -> "PresharedKey = " + base64 + "\n")
                        .orElse("")
                + "Endpoint = " + UapiText.endpoint(plan) + "\n"
                + "PersistentKeepalive = " + UapiText.keepalive(peer) + "\n"
                + "AllowedIPs = "
                + peer.allowedIps().stream().map(ip -> ip.masked().toString()).collect(Collectors.joining(", "))
                + "\n";
    }
}
