// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.ginnel.agreement.Acceptance;
import org.ginnel.wireguard.PublicKey;

/// An operator on loopback that remembers what it was asked, on both surfaces, or loses a request or an answer.
final class FakeOperator implements AutoCloseable {
    static final String KEY = "testuser_pro_a3562544513ab101";
    private static final String SERVER_KEY = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";
    private static final String SERVER = """
            {"id":"%1$s","name":"%1$s","endpoint":"203.0.113.%2$d","port":51820,"region":"r","country":"C","tier":"basic",
             "latitude":1.0,"longitude":2.0,"public_key":"%3$s","endpoints":["203.0.113.%2$d:443","[2001:db8::%2$d]:53"],
             "ipv4_gateway":"10.64.0.1","dns":["10.64.0.1"]}""";

    private final MockWebServer server = new MockWebServer();
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> calls = new ArrayList<>();
    private final StringBuilder bodies = new StringBuilder();
    private final Map<String, Enrolled> keys = new LinkedHashMap<>();
    private final Map<String, Peer> peers = new LinkedHashMap<>();
    private Optional<String> device = Optional.empty();
    private Optional<String> inUse = Optional.empty();
    private Optional<String> previous = Optional.empty();
    private Set<String> behind = Set.of();
    private String policy = "";
    private Function<String, Optional<MockResponse>> instead = _ -> Optional.empty();
    private int count;
    private int lostCall = -1;
    private boolean answerOnly;

    /// A key that the servers know.
    record Enrolled(String address, Optional<String> presharedKey) {}

    /// A peer of the legacy surface.
    private record Peer(String serverId, String publicKey) {}

    FakeOperator() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return answer(request);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /// From now on this answers, where it answers.
    ///
    /// @param other given `METHOD /path`
    synchronized void instead(Function<String, Optional<MockResponse>> other) {
        instead = other;
    }

    /// There is no `/api/v1`.
    void legacyOnly(int status, String type) {
        instead(call -> call.contains("/api/v1/") ? Optional.of(response(status, type, "<html>no")) : Optional.empty());
    }

    /// There is, again.
    void whole() {
        instead(_ -> Optional.empty());
    }

    /// The call of that number from now, counted from 0, is lost: before it is heard, or its answer alone.
    synchronized void lose(int call, boolean answer) {
        lostCall = count + call;
        answerOnly = answer;
    }

    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    synchronized void forgetCalls() {
        calls.clear();
    }

    /// All that anybody sent.
    synchronized String sent() {
        return bodies.toString();
    }

    /// The keys that the servers let in, by public key.
    synchronized Map<String, Enrolled> keys() {
        return Map.copyOf(keys);
    }

    /// The public keys of the peers of the legacy surface, by client name.
    synchronized Map<String, String> peers() {
        var known = new LinkedHashMap<String, String>();
        peers.forEach((name, peer) -> known.put(name, peer.publicKey()));
        return known;
    }

    /// These servers do not hear of what is changed from now on; a server without an agent is behind for ever.
    synchronized void behind(String... servers) {
        behind = Set.of(servers);
    }

    /// What is said of the age of keys, such as `"rotate_by":"2026-11-21T15:00:00Z"`.
    synchronized void policy(String fields) {
        policy = "," + fields;
    }

    /// The operator forgets the device, as its `revoke` command makes it do.
    synchronized void forgetDevice() {
        device = Optional.empty();
        inUse = Optional.empty();
        previous = Optional.empty();
        keys.clear();
    }

    /// Its database comes back from a backup in which the device has another key.
    synchronized void restoreWithAnotherKey(String publicKey) {
        keys.clear();
        keys.put(publicKey, new Enrolled(nextAddress(), Optional.empty()));
        inUse = Optional.of(publicKey);
        previous = Optional.empty();
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        var call = request.getMethod() + " " + request.getUrl().encodedPath();
        calls.add(call);
        var body = String.valueOf(
                request.getBody() == null ? "" : request.getBody().utf8());
        bodies.append(body).append('\n');
        var lost = count++ == lostCall;
        if (lost && !answerOnly) {
            return dropped();
        }
        var other = instead.apply(call);
        var answer = other.isPresent() ? other.get() : answered(call, request, body);
        return lost ? dropped() : answer;
    }

    private MockResponse answered(String call, RecordedRequest request, String body) {
        if (!KEY.equals(request.getHeaders().get("X-API-Key"))) {
            return error(401, "Invalid or missing API key");
        }
        try {
            return route(call, body.isEmpty() ? json.createObjectNode() : json.readTree(body));
        } catch (IOException e) {
            return error(400, "The body must be a JSON object");
        }
    }

    private MockResponse route(String call, JsonNode body) {
        var own = device.map(id -> " /api/v1/devices/" + id).orElse(" none");
        if (call.equals("GET /api/v1/relays")) {
            return json(200, "{\"tier\":\"pro\",\"relays\":[" + servers() + "]}");
        }
        if (call.equals("POST /api/v1/devices")) {
            return register(body.path("public_key").asText());
        }
        if (call.equals("GET" + own)) {
            return json(200, describe(inUse.orElseThrow(), ""));
        }
        if (call.equals("PUT" + own + "/public-key")) {
            return rotate(body.path("public_key").asText());
        }
        if (call.equals("POST" + own + "/psk")) {
            return agree(body.path("encapsulation_key").asText());
        }
        if (call.equals("DELETE" + own)) {
            forgetDevice();
            return new MockResponse.Builder().code(204).build();
        }
        return legacy(call, body);
    }

    private MockResponse legacy(String call, JsonNode body) {
        return switch (call) {
            case "GET /api/servers" ->
                json(
                        200,
                        "{\"servers\":[" + servers() + "],\"tier\":\"pro\",\"tier_info\":{\"name\":\"Pro\","
                                + "\"max_servers\":15,\"description\":\"All\"}}");
            case "POST /api/provision" ->
                provision(
                        body.path("server_id").asText(), body.path("public_key").asText());
            case "POST /api/revoke" ->
                peers.remove(body.path("client_name").asText()) == null
                        ? error(403, "Unauthorized to revoke this client")
                        : json(200, "{\"success\":true,\"message\":\"revoked\"}");
            default -> error(404, "There is nothing at this address");
        };
    }

    private MockResponse register(String key) {
        if (keys.containsKey(key) && !inUse.equals(Optional.of(key))) {
            return error(409, "public_key belongs to another device");
        }
        if (device.isPresent() && !inUse.equals(Optional.of(key))) {
            return error(409, "The account has as many devices as it may; remove one first");
        }
        device = device.or(() -> Optional.of("d-" + count));
        inUse = Optional.of(key);
        keys.computeIfAbsent(key, _ -> new Enrolled(nextAddress(), Optional.empty()));
        return json(201, describe(key, spread()));
    }

    private MockResponse rotate(String key) {
        if (inUse.equals(Optional.of(key))) {
            return json(200, describe(key, spread()));
        }
        if (keys.containsKey(key)) {
            return error(409, "public_key belongs to another device");
        }
        previous.ifPresent(keys::remove);
        previous = inUse;
        inUse = Optional.of(key);
        keys.put(key, new Enrolled(nextAddress(), Optional.empty()));
        return json(200, describe(key, spread()));
    }

    private MockResponse agree(String encapsulationKey) {
        var key = inUse.orElseThrow();
        var agreed = Acceptance.of(
                        Base64.getDecoder().decode(encapsulationKey),
                        PublicKey.parse(key).orElseThrow())
                .orElseThrow();
        keys.computeIfPresent(
                key,
                (_, old) -> new Enrolled(
                        old.address(), Optional.of(agreed.presharedKey().base64())));
        var ciphertext = Base64.getEncoder().encodeToString(agreed.ciphertext());
        return json(200, describe(key, ",\"ciphertext\":\"" + ciphertext + "\"" + spread()));
    }

    private String spread() {
        var pending = behind.stream().map(id -> ",{\"server\":\"" + id + "\"}").collect(Collectors.joining());
        return ",\"applied\":[],\"pending\":[{\"server\":\"nine\",\"unmanaged\":true}" + pending + "]";
    }

    private String describe(String key, String more) {
        var known = Optional.ofNullable(keys.get(key)).orElseThrow();
        return "{\"id\":\"" + device.orElseThrow() + "\",\"public_key\":\"" + key + "\",\"ipv4\":\""
                + known.address() + "\",\"quantum_safe\":"
                + known.presharedKey().isPresent() + policy + more + "}";
    }

    /// One that lets the device choose its key, and has a peer once for each.
    private MockResponse provision(String serverId, String key) {
        var wanted = new Peer(serverId, key);
        var known = peers.entrySet().stream()
                .filter(peer -> peer.getValue().equals(wanted))
                .map(Map.Entry::getKey)
                .findFirst();
        var name = known.orElseGet(() -> "c-" + count);
        peers.put(name, wanted);
        var config = "[Interface]\\nAddress = 10.7.0." + count + "/24\\n[Peer]\\nPublicKey = " + SERVER_KEY
                + "\\nAllowedIPs = 0.0.0.0/0\\nEndpoint = 203.0.113.9:51820\\n";
        return json(
                200,
                "{\"success\":true,\"config\":\"" + config + "\",\"client_name\":\"" + name + "\",\"server\":"
                        + SERVER.formatted(serverId, 1, SERVER_KEY) + ",\"available_servers\":[]}");
    }

    private String nextAddress() {
        return "10.64.0." + (count + 2);
    }

    private static String servers() {
        return SERVER.formatted("one", 1, SERVER_KEY) + "," + SERVER.formatted("two", 2, SERVER_KEY);
    }

    private static MockResponse dropped() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    static MockResponse error(int status, String text) {
        return json(status, "{\"error\":\"" + text + "\"}");
    }

    static MockResponse json(int status, String body) {
        return response(status, "application/json", body);
    }

    static MockResponse response(int status, String type, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", type)
                .body(body)
                .build();
    }

    /// Which surfaces were asked, in the order of the first call of each.
    synchronized Set<String> surfaces() {
        var asked = new LinkedHashSet<String>();
        calls.forEach(call -> asked.add(call.contains("/api/v1/") ? "v1" : "legacy"));
        return asked;
    }

    @Override
    public void close() {
        server.close();
    }
}
