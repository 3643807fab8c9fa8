// SPDX-License-Identifier: Apache-2.0
package org.ginnel.peering;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ginnel.json.Json;
import org.ginnel.json.JsonWriter;
import org.ginnel.json.MalformedJsonException;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// The JSON of the agents' surface. Decoding checks everything; fields it does not know are left for newer versions.
public final class PeeringCodec {
    private static final int MAX_NETWORKS = 64;
    private static final int LONGEST_TEXT = 1024;

    /// `{"revision","lease_s","interface":{"port","addresses"},"peers":[PEER]}`, where a PEER is
    /// `{"public_key","preshared_key"?,"allowed_ips"}`. A change has `"since"` and `"removed":["key"]` too.
    public String encode(Desired desired) {
        var out = JsonWriter.compact();
        out.startObject();
        number(out, "revision", desired.revision());
        number(out, "lease_s", desired.lease().toSeconds());
        out.name("interface");
        out.startObject();
        number(out, "port", desired.port());
        texts(out, "addresses", desired.addresses());
        out.endObject();
        switch (desired) {
            case DesiredState state -> peers(out, state.peers());
            case DesiredChange change -> {
                number(out, "since", change.since());
                texts(
                        out,
                        "removed",
                        change.removed().stream().map(PublicKey::base64).toList());
                peers(out, change.put());
            }
        }
        out.endObject();
        return out.text();
    }

    private static void peers(JsonWriter out, PeerSet set) {
        out.name("peers");
        out.startArray();
        for (var peer : set.peers()) {
            out.startObject();
            text(out, "public_key", peer.publicKey().base64());
            peer.presharedKey().ifPresent(key -> text(out, "preshared_key", key.base64()));
            texts(out, "allowed_ips", peer.allowedIps());
            out.endObject();
        }
        out.endArray();
    }

    /// `{"revision","peers","hash","drift"?,"public_key"?}`
    public String encode(AppliedReport report) {
        var out = JsonWriter.compact();
        out.startObject();
        number(out, "revision", report.revision());
        number(out, "peers", report.peers());
        text(out, "hash", report.hash());
        if (report.drift() > 0) {
            number(out, "drift", report.drift());
        }
        report.publicKey().ifPresent(key -> text(out, "public_key", key.base64()));
        out.endObject();
        return out.text();
    }

    /// Reads what provisioning answered.
    ///
    /// @param bytes already limited in size by the caller
    public Desired decodeDesired(byte[] bytes) throws MalformedPeeringException {
        return decode(bytes, root -> {
            var local = root.at("interface");
            var revision = number(root, "revision");
            var lease = Duration.ofSeconds(number(root, "lease_s"));
            var port = Math.toIntExact(number(local, "port"));
            var addresses = networks(local.at("addresses"));
            var peers = new PeerSet(peers(root.at("peers")));
            return root.at("since").isThere()
                    ? new DesiredChange(
                            number(root, "since"), revision, lease, port, addresses, peers, keys(root.at("removed")))
                    : new DesiredState(revision, lease, port, addresses, peers);
        });
    }

    private static List<PublicKey> keys(Json array) {
        var keys = new ArrayList<PublicKey>();
        for (var node : list(array, PeerSet.MAX_PEERS)) {
            keys.add(PublicKey.parse(node.text().orElse("")).orElseThrow(() -> wrong("removed")));
        }
        return keys;
    }

    /// Reads what an agent reported.
    ///
    /// @param bytes already limited in size by the caller
    public AppliedReport decodeReport(byte[] bytes) throws MalformedPeeringException {
        return decode(
                bytes,
                root -> new AppliedReport(
                        number(root, "revision"),
                        Math.toIntExact(number(root, "peers")),
                        text(root, "hash"),
                        root.at("drift").isThere() ? Math.toIntExact(number(root, "drift")) : 0,
                        optional(root, "public_key", PublicKey::parse)));
    }

    /// `{"load":0.25,"peers":[{"public_key","received","sent","handshake_s"?}]}`, where `handshake_s` is a Unix
    /// time.
    public String encode(UseReport report) {
        var out = JsonWriter.compact();
        out.startObject();
        out.name("load");
        out.number(report.load());
        out.name("peers");
        out.startArray();
        for (var use : report.peers()) {
            out.startObject();
            text(out, "public_key", use.publicKey().base64());
            number(out, "received", use.received());
            number(out, "sent", use.sent());
            use.handshakeAt().ifPresent(at -> number(out, "handshake_s", at.getEpochSecond()));
            out.endObject();
        }
        out.endArray();
        out.endObject();
        return out.text();
    }

    private static void number(JsonWriter out, String name, long value) {
        out.name(name);
        out.number(value);
    }

    private static void text(JsonWriter out, String name, String value) {
        out.name(name);
        out.string(value);
    }

    private static void texts(JsonWriter out, String name, List<?> values) {
        out.name(name);
        out.startArray();
        values.forEach(value -> out.string(value.toString()));
        out.endArray();
    }

    /// Reads what an agent told of its peers' use.
    ///
    /// @param bytes already limited in size by the caller
    public UseReport decodeUse(byte[] bytes) throws MalformedPeeringException {
        return decode(bytes, root -> {
            var peers = new ArrayList<PeerUse>();
            for (var node : list(root.at("peers"), UseReport.MOST_PEERS)) {
                peers.add(new PeerUse(
                        PublicKey.parse(text(node, "public_key")).orElseThrow(() -> wrong("public_key")),
                        number(node, "received"),
                        number(node, "sent"),
                        node.at("handshake_s").isThere()
                                ? Optional.of(Instant.ofEpochSecond(number(node, "handshake_s")))
                                : Optional.empty()));
            }
            return new UseReport(root.at("load").real().orElseThrow(() -> wrong("load")), peers);
        });
    }

    private <T> T decode(byte[] bytes, Function<Json, T> reader) throws MalformedPeeringException {
        try {
            return reader.apply(Json.read(bytes, LONGEST_TEXT));
        } catch (MalformedJsonException e) {
            throw new MalformedPeeringException("not JSON");
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new MalformedPeeringException(String.valueOf(e.getMessage()));
        }
    }

    private static List<Peer> peers(Json array) {
        var peers = new ArrayList<Peer>();
        for (var node : list(array, PeerSet.MAX_PEERS)) {
            peers.add(new Peer(
                    PublicKey.parse(text(node, "public_key")).orElseThrow(() -> wrong("public_key")),
                    optional(node, "preshared_key", PresharedKey::parse),
                    networks(node.at("allowed_ips")),
                    Optional.empty(),
                    Optional.empty()));
        }
        return peers;
    }

    private static List<IpNetwork> networks(Json array) {
        var networks = new ArrayList<IpNetwork>();
        for (var node : list(array, MAX_NETWORKS)) {
            networks.add(IpNetwork.parse(node.text().orElse("")).orElseThrow(() -> wrong("allowed_ips")));
        }
        return networks;
    }

    private static List<Json> list(Json array, int longest) {
        if (!(array instanceof Json.Items(var items)) || items.size() > longest) {
            throw new IllegalArgumentException("not a list of at most " + longest);
        }
        return items;
    }

    private static long number(Json object, String field) {
        return object.at(field).whole().orElseThrow(() -> wrong(field));
    }

    private static String text(Json object, String field) {
        return object.at(field).text().orElseThrow(() -> wrong(field));
    }

    private static <T> Optional<T> optional(Json object, String field, Function<String, Optional<T>> parser) {
        var value = object.at(field);
        if (!value.isThere() || value instanceof Json.Nothing) {
            return Optional.empty();
        }
        return Optional.of(parser.apply(text(object, field)).orElseThrow(() -> wrong(field)));
    }

    private static IllegalArgumentException wrong(String field) {
        return new IllegalArgumentException(field + " is missing or wrong");
    }
}
