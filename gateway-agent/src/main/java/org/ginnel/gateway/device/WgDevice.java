// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ginnel.gateway.diff.PeerChange;
import org.ginnel.peering.PeerSet;
import org.ginnel.peering.PeerUse;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// Any device that the `wg` program can configure, the kernel's above all. Public keys and networks travel in
/// arguments, pre-shared keys on standard input only.
public final class WgDevice implements PeerDevice {
    /// Keeps an argument list far below what Linux allows.
    private static final int PEERS_PER_COMMAND = 64;

    private final InterfaceName name;
    private final Commands commands;

    public WgDevice(InterfaceName name, Commands commands) {
        this.name = name;
        this.commands = commands;
    }

    @Override
    public DeviceState read() throws DeviceException {
        var secrets = rows("preshared-keys");
        var peers = new ArrayList<Peer>();
        try {
            for (var row : rows("allowed-ips").entrySet()) {
                peers.add(new Peer(
                        PublicKey.parse(row.getKey()).orElseThrow(() -> wrong("public key")),
                        presharedKey(secrets.getOrDefault(row.getKey(), "(none)")),
                        networks(row.getValue()),
                        Optional.empty(),
                        Optional.empty()));
            }
            var port = Integer.parseInt(show("listen-port").strip());
            return new DeviceState(publicKey(), port, new PeerSet(peers));
        } catch (IllegalArgumentException e) {
            throw new DeviceException("wg printed something else than peers: " + e.getMessage(), e);
        }
    }

    @Override
    public List<PeerUse> use() throws DeviceException {
        var handshakes = rows("latest-handshakes");
        var uses = new ArrayList<PeerUse>();
        try {
            for (var row : rows("transfer").entrySet()) {
                var bytes = row.getValue().split("\t", -1);
                if (bytes.length != 2) {
                    throw wrong("line of counters");
                }
                var seconds = Long.parseLong(handshakes.getOrDefault(row.getKey(), "0"));
                uses.add(new PeerUse(
                        PublicKey.parse(row.getKey()).orElseThrow(() -> wrong("public key")),
                        Long.parseLong(bytes[0]),
                        Long.parseLong(bytes[1]),
                        seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds))));
            }
            return uses;
        } catch (IllegalArgumentException e) {
            throw new DeviceException("wg printed something else than counters: " + e.getMessage(), e);
        }
    }

    /// The device's own public key; empty while it has none.
    public Optional<PublicKey> publicKey() throws DeviceException {
        return PublicKey.parse(show("public-key").strip());
    }

    private static Optional<PresharedKey> presharedKey(String text) {
        return text.equals("(none)")
                ? Optional.empty()
                : Optional.of(PresharedKey.parse(text).orElseThrow(() -> wrong("pre-shared key")));
    }

    private static List<IpNetwork> networks(String text) {
        var networks = new ArrayList<IpNetwork>();
        if (!text.equals("(none)")) {
            for (var network : text.split(" ", -1)) {
                networks.add(IpNetwork.parse(network).orElseThrow(() -> wrong("network")));
            }
        }
        return networks;
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("a " + what + " is malformed");
    }

    private Map<String, String> rows(String what) throws DeviceException {
        var rows = new HashMap<String, String>();
        for (var line : show(what).lines().toList()) {
            var tab = line.indexOf('\t');
            if (tab < 0) {
                throw new DeviceException("wg printed a line without a tab");
            }
            rows.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return rows;
    }

    private String show(String what) throws DeviceException {
        return commands.run(List.of("wg", "show", name.text(), what), "");
    }

    @Override
    public void apply(List<PeerChange> changes) throws DeviceException {
        var batch = new ArrayList<PeerChange>();
        for (var change : changes) {
            var alone = change instanceof PeerChange.SetPresharedKey;
            var same = batch.isEmpty() || batch.getFirst().getClass() == change.getClass();
            if (!batch.isEmpty() && (alone || !same || batch.size() == PEERS_PER_COMMAND)) {
                run(batch);
                batch.clear();
            }
            batch.add(change);
        }
        if (!batch.isEmpty()) {
            run(batch);
        }
    }

    private void run(List<PeerChange> sameKind) throws DeviceException {
        var argv = new ArrayList<>(List.of("wg", "set", name.text()));
        var stdin = new StringBuilder();
        for (var change : sameKind) {
            switch (change) {
                case PeerChange.Remove(var key) -> argv.addAll(List.of("peer", key.base64(), "remove"));
                case PeerChange.SetAllowedIps(var key, var networks) ->
                    argv.addAll(List.of("peer", key.base64(), "allowed-ips", join(networks)));
                case PeerChange.SetPresharedKey(var key, var secret) -> {
                    var source = secret.isPresent() ? "/dev/stdin" : "/dev/null";
                    argv.addAll(List.of("peer", key.base64(), "preshared-key", source));
                    secret.ifPresent(s -> stdin.append(s.base64()).append('\n'));
                }
                case PeerChange.Add(var peer) -> section(stdin, peer);
            }
        }
        var adds = sameKind.getFirst() instanceof PeerChange.Add;
        commands.run(adds ? List.of("wg", "addconf", name.text(), "/dev/stdin") : argv, stdin.toString());
    }

    private static void section(StringBuilder text, Peer peer) {
        text.append("[Peer]\nPublicKey = ").append(peer.publicKey().base64()).append('\n');
        peer.presharedKey()
                .ifPresent(key ->
                        text.append("PresharedKey = ").append(key.base64()).append('\n'));
        if (!peer.allowedIps().isEmpty()) {
            text.append("AllowedIPs = ").append(join(peer.allowedIps())).append('\n');
        }
    }

    private static String join(List<IpNetwork> networks) {
        return networks.stream().map(IpNetwork::toString).collect(Collectors.joining(","));
    }
}
