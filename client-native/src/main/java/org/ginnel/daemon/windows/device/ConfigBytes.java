// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.device;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.engine.UapiText;
import org.ginnel.daemon.windows.network.Sockaddr;
import org.ginnel.wireguard.IpNetwork;

/// A plan in the bytes of WireGuardNT: `WIREGUARD_INTERFACE`, one `WIREGUARD_PEER`, its
/// `WIREGUARD_ALLOWED_IP`s (`wireguard.h`). Pure; goldens in `golden/windows/device`, offsets by
/// `windows-layouts.c`. They hold secrets.
final class ConfigBytes {
    static final int INTERFACE = 80;
    static final int PEER = 136;
    static final int ALLOWED_IP = 24;
    static final int KEY = 32;

    static final int INTERFACE_PORT = 4;
    static final int INTERFACE_PRIVATE_KEY = 6;
    static final int INTERFACE_PEERS = 72;
    static final int PEER_PUBLIC_KEY = 8;
    static final int PEER_PRESHARED_KEY = 40;
    static final int PEER_KEEPALIVE = 72;
    static final int PEER_ENDPOINT = 76;
    static final int PEER_TX = 104;
    static final int PEER_RX = 112;
    static final int PEER_HANDSHAKE = 120;
    static final int PEER_ALLOWED_IPS = 128;
    static final int ALLOWED_FAMILY = 16;
    static final int ALLOWED_CIDR = 18;

    static final int HAS_PRIVATE_KEY = 2;
    static final int HAS_LISTEN_PORT = 4;
    static final int REPLACE_PEERS = 8;
    static final int PEER_HAS_PUBLIC_KEY = 1;
    static final int PEER_HAS_PRESHARED_KEY = 2;
    static final int PEER_HAS_KEEPALIVE = 4;
    static final int PEER_HAS_ENDPOINT = 8;
    static final int PEER_REPLACE_ALLOWED_IPS = 32;
    static final int PEER_UPDATE = 128;

    /// Between 1601, where Windows begins to count, and 1970.
    private static final long EPOCH_SECONDS = 11_644_473_600L;

    /// Units of 100 ns.
    private static final long PER_SECOND = 10_000_000;

    private ConfigBytes() {}

    /// The key and the one peer, which loses what it knew of earlier handshakes.
    static byte[] set(DevicePlan plan) {
        var local = plan.config().local();
        var peer = plan.config().peers().getFirst();
        var bytes = ByteBuffer.allocate(
                        INTERFACE + PEER + ALLOWED_IP * peer.allowedIps().size())
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, HAS_PRIVATE_KEY | REPLACE_PEERS | (local.listenPort().isPresent() ? HAS_LISTEN_PORT : 0));
        local.listenPort().ifPresent(port -> bytes.putShort(INTERFACE_PORT, port.shortValue()));
        bytes.put(INTERFACE_PRIVATE_KEY, UapiText.key(plan).bytes());
        bytes.putInt(INTERFACE_PEERS, 1);
        var flags = PEER_HAS_PUBLIC_KEY | PEER_HAS_KEEPALIVE | PEER_HAS_ENDPOINT | PEER_REPLACE_ALLOWED_IPS;
        bytes.putInt(INTERFACE, peer.presharedKey().isPresent() ? flags | PEER_HAS_PRESHARED_KEY : flags);
        bytes.put(INTERFACE + PEER_PUBLIC_KEY, peer.publicKey().bytes());
        peer.presharedKey().ifPresent(key -> bytes.put(INTERFACE + PEER_PRESHARED_KEY, key.bytes()));
        bytes.putShort(INTERFACE + PEER_KEEPALIVE, (short) UapiText.keepalive(peer));
        putEndpoint(bytes, plan);
        bytes.putInt(INTERFACE + PEER_ALLOWED_IPS, peer.allowedIps().size());
        var offset = INTERFACE + PEER;
        for (var allowed : peer.allowedIps()) {
            putAllowed(bytes, offset, allowed.masked());
            offset += ALLOWED_IP;
        }
        return bytes.array();
    }

    /// The endpoint alone, of the peer that is there.
    static byte[] roam(DevicePlan plan) {
        var bytes = ByteBuffer.allocate(INTERFACE + PEER).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(INTERFACE_PEERS, 1);
        bytes.putInt(INTERFACE, PEER_HAS_PUBLIC_KEY | PEER_HAS_ENDPOINT | PEER_UPDATE);
        bytes.put(
                INTERFACE + PEER_PUBLIC_KEY,
                plan.config().peers().getFirst().publicKey().bytes());
        putEndpoint(bytes, plan);
        return bytes.array();
    }

    /// No key and no peer.
    static byte[] blank() {
        var bytes = ByteBuffer.allocate(INTERFACE).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, HAS_PRIVATE_KEY | REPLACE_PEERS);
        return bytes.array();
    }

    /// What the first peer of a configuration says; empty when there is none.
    static Optional<DeviceStatus> status(ByteBuffer config) {
        if (config.capacity() < INTERFACE + PEER) {
            return Optional.empty();
        }
        var bytes = config.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return bytes.getInt(INTERFACE_PEERS) < 1
                ? Optional.empty()
                : Optional.of(new DeviceStatus(
                        instant(bytes.getLong(INTERFACE + PEER_HANDSHAKE)),
                        bytes.getLong(INTERFACE + PEER_RX),
                        bytes.getLong(INTERFACE + PEER_TX)));
    }

    private static Optional<Instant> instant(long units) {
        return units <= 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(units / PER_SECOND - EPOCH_SECONDS, units % PER_SECOND * 100));
    }

    private static void putEndpoint(ByteBuffer bytes, DevicePlan plan) {
        var endpoint = plan.endpoint();
        Sockaddr.put(
                bytes, INTERFACE + PEER_ENDPOINT, Objects.requireNonNull(endpoint.getAddress()), endpoint.getPort());
    }

    private static void putAllowed(ByteBuffer bytes, int offset, IpNetwork allowed) {
        bytes.put(offset, allowed.address().getAddress());
        bytes.putShort(offset + ALLOWED_FAMILY, Sockaddr.family(allowed.address()));
        bytes.put(offset + ALLOWED_CIDR, (byte) allowed.prefix());
    }
}
