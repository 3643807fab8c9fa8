// SPDX-License-Identifier: Apache-2.0
package org.ginnel.peering;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// The JSON of the agents' surface. Decoding checks everything; fields it does not know are left for newer versions.
public final class PeeringCodec {
    private static final int MAX_NETWORKS = 64;

    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(1024)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /// `{"revision","lease_s","interface":{"port","addresses"},"peers":[PEER]}`, where a PEER is
    /// `{"public_key","preshared_key"?,"allowed_ips"}`. A change has `"since"` and `"removed":["key"]` too.
    public String encode(Desired desired) {
        var root = json.createObjectNode()
                .put("revision", desired.revision())
                .put("lease_s", desired.lease().toSeconds());
        var local = root.putObject("interface").put("port", desired.port());
        var addresses = local.putArray("addresses");
        desired.addresses().forEach(address -> addresses.add(address.toString()));
        switch (desired) {
            case DesiredState state -> peers(root, state.peers());
            case DesiredChange change -> {
                root.put("since", change.since());
                var removed = root.putArray("removed");
                change.removed().forEach(key -> removed.add(key.base64()));
                peers(root, change.put());
            }
        }
        return text(root);
    }

    private static void peers(ObjectNode root, PeerSet set) {
        var peers = root.putArray("peers");
        for (var peer : set.peers()) {
            var node = peers.addObject().put("public_key", peer.publicKey().base64());
            peer.presharedKey().ifPresent(key -> node.put("preshared_key", key.base64()));
            var networks = node.putArray("allowed_ips");
            peer.allowedIps().forEach(network -> networks.add(network.toString()));
        }
    }

    /// `{"revision","peers","hash","drift"?,"public_key"?}`
    public String encode(AppliedReport report) {
        var root = json.createObjectNode()
                .put("revision", report.revision())
                .put("peers", report.peers())
                .put("hash", report.hash());
        if (report.drift() > 0) {
            root.put("drift", report.drift());
        }
        report.publicKey().ifPresent(key -> root.put("public_key", key.base64()));
        return text(root);
    }

    /// Reads what provisioning answered.
    ///
    /// @param bytes already limited in size by the caller
    public Desired decodeDesired(byte[] bytes) throws MalformedPeeringException {
        return decode(bytes, root -> {
            var local = root.path("interface");
            var revision = number(root, "revision");
            var lease = Duration.ofSeconds(number(root, "lease_s"));
            var port = Math.toIntExact(number(local, "port"));
            var addresses = networks(local.path("addresses"));
            var peers = new PeerSet(peers(root.path("peers")));
            return root.has("since")
                    ? new DesiredChange(
                            number(root, "since"), revision, lease, port, addresses, peers, keys(root.path("removed")))
                    : new DesiredState(revision, lease, port, addresses, peers);
        });
    }

    private static List<PublicKey> keys(JsonNode array) {
        var keys = new ArrayList<PublicKey>();
        for (var node : list(array, PeerSet.MAX_PEERS)) {
            keys.add(PublicKey.parse(node.asText("")).orElseThrow(() -> wrong("removed")));
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
                        root.has("drift") ? Math.toIntExact(number(root, "drift")) : 0,
                        optional(root, "public_key", PublicKey::parse)));
    }

    /// `{"load":0.25,"peers":[{"public_key","received","sent","handshake_s"?}]}`, where `handshake_s` is a Unix
    /// time.
    public String encode(UseReport report) {
        var root = json.createObjectNode().put("load", report.load());
        var peers = root.putArray("peers");
        for (var use : report.peers()) {
            var node = peers.addObject()
                    .put("public_key", use.publicKey().base64())
                    .put("received", use.received())
                    .put("sent", use.sent());
            use.handshakeAt().ifPresent(at -> node.put("handshake_s", at.getEpochSecond()));
        }
        return text(root);
    }

    /// Reads what an agent told of its peers' use.
    ///
    /// @param bytes already limited in size by the caller
    public UseReport decodeUse(byte[] bytes) throws MalformedPeeringException {
        return decode(bytes, root -> {
            var peers = new ArrayList<PeerUse>();
            for (var node : list(root.path("peers"), UseReport.MOST_PEERS)) {
                peers.add(new PeerUse(
                        PublicKey.parse(text(node, "public_key")).orElseThrow(() -> wrong("public_key")),
                        number(node, "received"),
                        number(node, "sent"),
                        node.has("handshake_s")
                                ? Optional.of(Instant.ofEpochSecond(number(node, "handshake_s")))
                                : Optional.empty()));
            }
            if (!root.path("load").isNumber()) {
                throw wrong("load");
            }
            return new UseReport(root.path("load").doubleValue(), peers);
        });
    }

    private <T> T decode(byte[] bytes, Function<JsonNode, T> reader) throws MalformedPeeringException {
        try {
            return reader.apply(json.readTree(bytes));
        } catch (IOException e) {
            throw new MalformedPeeringException("not JSON");
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new MalformedPeeringException(String.valueOf(e.getMessage()));
        }
    }

    private static List<Peer> peers(JsonNode array) {
        var peers = new ArrayList<Peer>();
        for (var node : list(array, PeerSet.MAX_PEERS)) {
            peers.add(new Peer(
                    PublicKey.parse(text(node, "public_key")).orElseThrow(() -> wrong("public_key")),
                    optional(node, "preshared_key", PresharedKey::parse),
                    networks(node.path("allowed_ips")),
                    Optional.empty(),
                    Optional.empty()));
        }
        return peers;
    }

    private static List<IpNetwork> networks(JsonNode array) {
        var networks = new ArrayList<IpNetwork>();
        for (var node : list(array, MAX_NETWORKS)) {
            networks.add(IpNetwork.parse(node.asText("")).orElseThrow(() -> wrong("allowed_ips")));
        }
        return networks;
    }

    private static JsonNode list(JsonNode node, int longest) {
        if (!node.isArray() || node.size() > longest) {
            throw new IllegalArgumentException("not a list of at most " + longest);
        }
        return node;
    }

    private static long number(JsonNode object, String field) {
        var node = object.path(field);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong(field);
        }
        return node.longValue();
    }

    private static String text(JsonNode object, String field) {
        var node = object.path(field);
        if (!node.isTextual()) {
            throw wrong(field);
        }
        return node.textValue();
    }

    private static <T> Optional<T> optional(JsonNode object, String field, Function<String, Optional<T>> parser) {
        var node = object.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        return Optional.of(parser.apply(text(object, field)).orElseThrow(() -> wrong(field)));
    }

    private static IllegalArgumentException wrong(String field) {
        return new IllegalArgumentException(field + " is missing or wrong");
    }

    private String text(ObjectNode root) {
        try {
            return json.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree always has JSON", e);
        }
    }
}
