// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.ginnel.gateway.diff.PeerChange;
import org.ginnel.peering.PeerUse;
import org.ginnel.wireguard.PublicKey;

/// Whatever device has that name now: over its socket where there is one, else through `wg`. Asked anew each time, so
/// a device that is replaced by one of the other kind is found.
public final class LiveDevice implements PeerDevice {
    private static final Duration KEY_KEPT = Duration.ofSeconds(20);

    private final Path socket;
    private final UapiDevice userspace;
    private final WgDevice wg;
    private final LongSupplier nanoTime;
    private Optional<PublicKey> ownKey = Optional.empty();
    private long askedAt;

    /// @param socketDirectory where userspace devices put their sockets, normally `/var/run/wireguard`
    public LiveDevice(InterfaceName name, Path socketDirectory, Commands commands, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.socket = socketDirectory.resolve(name.text() + ".sock");
        this.wg = new WgDevice(name, commands);
        this.userspace = new UapiDevice(socket, this::ownKey);
    }

    /// Costs a process, so it is asked at most every [#KEY_KEPT].
    private Optional<PublicKey> ownKey() {
        var now = nanoTime.getAsLong();
        if (ownKey.isEmpty() || now - askedAt > KEY_KEPT.toNanos()) {
            askedAt = now;
            try {
                ownKey = wg.publicKey();
            } catch (DeviceException e) {
                ownKey = Optional.empty(); // without wireguard-tools, the servers file has to name the key
            }
        }
        return ownKey;
    }

    private PeerDevice current() {
        return Files.exists(socket) ? userspace : wg;
    }

    @Override
    public DeviceState read() throws DeviceException {
        return current().read();
    }

    @Override
    public List<PeerUse> use() throws DeviceException {
        return current().use();
    }

    @Override
    public void apply(List<PeerChange> changes) throws DeviceException {
        current().apply(changes);
    }
}
