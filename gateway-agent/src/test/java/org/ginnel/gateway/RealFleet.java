// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ginnel.agreement.Offer;
import org.ginnel.gateway.device.InterfaceAddresses;
import org.ginnel.gateway.device.WireguardGo;
import org.ginnel.gateway.link.ApiAddress;
import org.ginnel.gateway.link.HttpProvisioning;
import org.ginnel.gateway.link.Token;
import org.ginnel.provisioning.ProvisioningServer;
import org.ginnel.provisioning.Settings;
import org.ginnel.provisioning.device.DeviceRequest;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.FleetFile;
import org.ginnel.provisioning.fleet.FleetFileException;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.LegacyKeys;
import org.ginnel.provisioning.key.Secret;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.DeviceStore;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;

/// The service and any number of gateways with their engines and agents, with the test as every user.
final class RealFleet implements AutoCloseable {
    private static final Secret SECRET = Secret.of("4f1c9a7d20b86e35a1d4c7f09b2e6835");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path database;
    private final Fleet fleet;
    private final ProvisioningServer service;
    private final List<WireguardGo> engines;
    private final List<Optional<Running>> agents = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();

    private RealFleet(Path database, Fleet fleet, List<WireguardGo> engines) {
        this.database = database;
        this.fleet = fleet;
        this.engines = engines;
        this.service = ProvisioningServer.start(Settings.local(database, SECRET, fleet));
    }

    static RealFleet start(Path directory, int gateways) {
        var servers = IntStream.range(0, gateways)
                .mapToObj(i -> """
                        {"id":"gw-%d","name":"G","endpoint":"192.0.2.1","port":51820,"region":"lab","country":"Lab",
                         "tier":"basic","latitude":1.5,"longitude":2.5,"ipv4":"10.7.0.0/24","agent_token":"%s"}
                        """.formatted(i, token(i)))
                .collect(Collectors.joining(","));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var file = Files.writeString(
                    directory.resolve("servers.json"),
                    "{\"devices\":{\"ipv4\":\"10.64.0.0/12\",\"ipv6\":\"fddd:2c4:2c4:3::/64\"},\"servers\":[" + servers
                            + "]}");
            var engines = IntStream.range(0, gateways)
                    .mapToObj(_ -> pool.submit(WireguardGo::start))
                    .toList();
            var started = new ArrayList<WireguardGo>();
            for (var engine : engines) {
                started.add(engine.get());
            }
            return new RealFleet(directory.resolve("test.db"), FleetFile.read(file), started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FleetFileException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String token(int gateway) {
        return "f00dfeed%08d".formatted(gateway).repeat(3);
    }

    List<WireguardGo> engines() {
        return engines;
    }

    /// Starts every agent and waits until each has applied what there is.
    void startAgents() {
        for (int i = 0; i < engines.size(); i++) {
            agents.add(Optional.of(Running.start(api(i), engines.get(i))));
        }
        agents.forEach(agent -> agent.orElseThrow().link().awaitReport());
    }

    private HttpProvisioning api(int gateway) {
        var address = ApiAddress.parse("http://127.0.0.1:" + service.port(), false);
        return new HttpProvisioning(address, "gw-" + gateway, new Token(token(gateway)), Optional.empty());
    }

    void stopAgent(int gateway) {
        agents.get(gateway).ifPresent(Running::close);
        agents.set(gateway, Optional.empty());
    }

    /// Devices of a thousand users, without the API in between.
    void registerInTheStore(int count) {
        try (var beside = Database.join(database);
                var pool = Executors.newFixedThreadPool(256, Thread.ofVirtual().factory())) {
            var store = new DeviceStore(beside, Clock.systemUTC());
            var network = fleet.devices().orElseThrow();
            for (int i = 0; i < count; i++) {
                var bytes = new byte[32];
                RANDOM.nextBytes(bytes);
                var request =
                        new DeviceRequest("device" + i, "user" + i / 10, "pro", "x", PublicKey.of(bytes), network);
                pool.execute(() -> store.register(request, 10));
            }
        }
        call("GET", "user0", "", ""); // any work on its database shows the service what others did
    }

    JsonNode register(String user) {
        return call("POST", user, "", "{\"name\":\"laptop\",\"public_key\":\"" + newKey() + "\"}");
    }

    JsonNode rotate(String user, String id) {
        return call("PUT", user, "/" + id + "/public-key", "{\"public_key\":\"" + newKey() + "\"}");
    }

    JsonNode remove(String user, String id) {
        return call("DELETE", user, "/" + id, "");
    }

    /// Agrees on a pre-shared key for the device.
    PresharedKey protect(String user, JsonNode device) {
        var offer = Offer.generate();
        var answer = call(
                "POST",
                user,
                "/" + device.path("id").textValue() + "/psk",
                "{\"encapsulation_key\":\"" + Base64.getEncoder().encodeToString(offer.encapsulationKey()) + "\"}");
        var ciphertext = Base64.getDecoder().decode(answer.path("ciphertext").textValue());
        var key = PublicKey.parse(device.path("public_key").textValue()).orElseThrow();
        return offer.finish(ciphertext, key).orElseThrow();
    }

    private static String newKey() {
        return PrivateKey.generate(RANDOM).publicKey().base64();
    }

    private JsonNode call(String method, String user, String path, String body) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + service.port() + "/api/v1/devices" + path))
                .timeout(Duration.ofSeconds(20))
                .header("X-API-Key", new LegacyKeys(SECRET).mint(new Caller(user, "pro")))
                .header("Content-Type", "application/json")
                .header("Prefer", "return=representation")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(response.statusCode() + " " + response.body());
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        agents.forEach(agent -> agent.ifPresent(Running::close));
        service.close();
        client.close();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            engines.forEach(engine -> pool.execute(engine::close));
        }
    }

    /// An agent on a thread of its own.
    private record Running(HttpProvisioning http, FirstReport link, StopSignal stop, Thread thread)
            implements AutoCloseable {
        static Running start(HttpProvisioning http, WireguardGo engine) {
            var link = new FirstReport(http);
            var stop = new StopSignal();
            var backoff = new Backoff(RandomGenerator.of("L64X128MixRandom"));
            var addresses = new InterfaceAddresses(engine.name(), engine.commands());
            var agent = new Agent(
                    link,
                    engine.live(),
                    backoff,
                    stop,
                    System::nanoTime,
                    Optional.of(addresses),
                    Optional.empty(),
                    Optional.empty());
            return new Running(
                    http, link, stop, Thread.ofPlatform().name("agent").start(agent::run));
        }

        @Override
        public void close() {
            stop.give();
            http.close();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
