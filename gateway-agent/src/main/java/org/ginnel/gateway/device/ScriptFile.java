// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ginnel.peering.PeerSet;
import org.ginnel.peering.ScriptPeers;
import org.ginnel.wireguard.PublicKey;

/// The peers that `wireguard-install.sh` added to the same device: they are left alone. Read again when the file
/// changes; while it cannot be read, nothing is done to the device. Used by one thread at a time.
public final class ScriptFile {
    private static final int MAX_BYTES = 16 << 20;

    private final Path file;
    private Optional<FileTime> readAt = Optional.empty();
    private Set<PublicKey> keys = Set.of();

    public ScriptFile(Path file) {
        this.file = file;
    }

    /// What the device has besides the script's peers, except those that are wanted anyway.
    public PeerSet without(PeerSet have, PeerSet want) throws DeviceException {
        var script = keys();
        if (script.isEmpty()) {
            return have;
        }
        var wanted = want.peers().stream().map(peer -> peer.publicKey()).collect(Collectors.toSet());
        return new PeerSet(have.peers().stream()
                .filter(peer -> wanted.contains(peer.publicKey()) || !script.contains(peer.publicKey()))
                .toList());
    }

    private Set<PublicKey> keys() throws DeviceException {
        try {
            var changed = Files.getLastModifiedTime(file);
            if (!readAt.equals(Optional.of(changed))) {
                keys = read();
                readAt = Optional.of(changed);
            }
            return keys;
        } catch (IOException e) {
            throw new DeviceException("the script's file " + file + " cannot be read", e);
        }
    }

    private Set<PublicKey> read() throws IOException {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
            return ScriptPeers.parse(text).peers().stream()
                    .map(named -> named.peer().publicKey())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
