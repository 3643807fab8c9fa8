// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ginnel.gateway.diff.PeerChange;
import org.ginnel.peering.PeerUse;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// A device that speaks the userspace API on a Unix socket, such as wireguard-go. All changes are one transaction on
/// the wire.
public final class UapiDevice implements PeerDevice {
    private final UapiSocket socket;
    private final Supplier<Optional<PublicKey>> ownKey;

    /// @param ownKey asks for the device's public key, which this API tells only by the private one
    public UapiDevice(Path socket, Supplier<Optional<PublicKey>> ownKey) {
        this.socket = new UapiSocket(socket);
        this.ownKey = ownKey;
    }

    @Override
    public DeviceState read() throws DeviceException {
        var reader = new UapiReader();
        try {
            socket.ask("get=1\n\n", reader::line);
            var state = reader.state();
            return new DeviceState(ownKey.get(), state.listenPort(), state.peers());
        } catch (IOException | IllegalArgumentException e) {
            throw new DeviceException("the device cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public List<PeerUse> use() throws DeviceException {
        var reader = new UseReader();
        try {
            socket.ask("get=1\n\n", reader::line);
            return reader.uses();
        } catch (IOException | IllegalArgumentException e) {
            throw new DeviceException("the device's counters cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void apply(List<PeerChange> changes) throws DeviceException {
        if (changes.isEmpty()) {
            return;
        }
        try {
            socket.ask(render(changes), (key, value) -> {});
        } catch (IOException e) {
            throw new DeviceException("the device cannot be changed: " + e.getMessage(), e);
        }
    }

    /// The text of one `set`. Holds pre-shared keys: never logged.
    static String render(List<PeerChange> changes) {
        var text = new StringBuilder("set=1\n");
        for (var change : changes) {
            line(text, "public_key", change.publicKey().hex());
            switch (change) {
                case PeerChange.Remove(var _) -> line(text, "remove", "true");
                case PeerChange.Add(var peer) -> {
                    peer.presharedKey().ifPresent(key -> line(text, "preshared_key", key.hex()));
                    networks(text, peer.allowedIps());
                }
                case PeerChange.SetPresharedKey(var _, var key) -> {
                    line(text, "update_only", "true");
                    line(text, "preshared_key", key.map(PresharedKey::hex).orElse("0".repeat(64)));
                }
                case PeerChange.SetAllowedIps(var _, var networks) -> {
                    line(text, "update_only", "true");
                    networks(text, networks);
                }
            }
        }
        return text.append('\n').toString();
    }

    private static void networks(StringBuilder text, List<IpNetwork> networks) {
        line(text, "replace_allowed_ips", "true");
        networks.forEach(network -> line(text, "allowed_ip", network.toString()));
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append('=').append(value).append('\n');
    }
}
