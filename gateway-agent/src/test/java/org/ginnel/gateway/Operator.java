// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.ginnel.gateway.device.DeviceException;
import org.ginnel.gateway.device.PeerDevice;
import org.ginnel.gateway.device.WireguardGo;
import org.ginnel.gateway.diff.PeerChange;
import org.ginnel.gateway.link.ApiAddress;
import org.ginnel.gateway.link.HttpProvisioning;
import org.ginnel.gateway.link.LinkException;
import org.ginnel.gateway.link.Provisioning;
import org.ginnel.gateway.link.Token;
import org.ginnel.peering.AppliedReport;
import org.ginnel.peering.Desired;
import org.ginnel.peering.PeerSet;
import org.ginnel.peering.UseReport;
import org.ginnel.provisioning.ProvisioningServer;
import org.ginnel.provisioning.Settings;
import org.ginnel.provisioning.fleet.FleetFile;
import org.ginnel.provisioning.fleet.FleetFileException;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.LegacyKeys;
import org.ginnel.provisioning.key.Secret;
import org.ginnel.wireguard.PublicKey;

/// A whole small operator: service, one gateway's engine and, when asked, its agent.
final class Operator implements AutoCloseable {
    private static final Secret SECRET = Secret.of("4f1c9a7d20b86e35a1d4c7f09b2e6835");
    private static final String TOKEN = "f00dfeed".repeat(6);
    private static final String KEY = new LegacyKeys(SECRET).mint(new Caller("testuser", "pro"));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WireguardGo engine = WireguardGo.start();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Semaphore reports = new Semaphore(0);
    private final Semaphore failures = new Semaphore(0);
    private Settings settings;
    private ProvisioningServer service;
    private Optional<RunningAgent> agent = Optional.empty();

    private Operator(Settings settings) {
        this.settings = settings;
        this.service = ProvisioningServer.start(settings);
        this.settings = settings.withListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
    }

    static Operator start(Path directory) {
        try {
            var servers = directory.resolve("servers.json");
            Files.writeString(servers, """
                    {"servers":[{"id":"lab-1","name":"Lab","endpoint":"192.0.2.1","port":51820,"region":"lab",
                     "country":"Lab","tier":"basic","latitude":1.5,"longitude":2.5,"ipv4":"10.7.0.0/24",
                     "ipv6":"fddd:2c4:2c4:2c4::/64","dns":["10.7.0.1"],"agent_token":"%s"}]}
                    """.formatted(TOKEN));
            return new Operator(Settings.local(directory.resolve("test.db"), SECRET, FleetFile.read(servers))
                    .withWaits(Duration.ofSeconds(2), Duration.ofMillis(300)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FleetFileException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Starts the agent and waits until the service has heard of the device.
    void startAgent() {
        startAgent(TOKEN);
        awaitProvision("{\"device_id\":\"warm-up\"}");
        revoke(provision("{\"device_id\":\"warm-up\"}")
                .json()
                .path("client_name")
                .textValue());
    }

    void startAgent(String token) {
        var api = ApiAddress.parse("http://127.0.0.1:" + service.port(), false);
        var link = new HttpProvisioning(api, "lab-1", new Token(token), Optional.empty());
        agent = Optional.of(RunningAgent.start(link, new Counted(link, reports, failures), engine.live()));
    }

    void stopAgent() {
        agent.ifPresent(RunningAgent::close);
        agent = Optional.empty();
    }

    void restartService() {
        stopService();
        startService();
    }

    void stopService() {
        service.close();
    }

    void startService() {
        service = ProvisioningServer.start(settings);
    }

    /// Waits until the agent found the service away that many times more.
    void awaitFailedPolls(int count) {
        failures.drainPermits();
        failures.acquireUninterruptibly(count);
    }

    Answer provision(String body) {
        return post("/api/provision", body);
    }

    /// Asks until the answer is a 200, at most for some seconds.
    Answer awaitProvision(String body) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var answer = provision(body);
        while (answer.status() != 200 && System.nanoTime() < deadline) {
            answer = provision(body);
        }
        return answer;
    }

    Answer revoke(String clientName) {
        return post("/api/revoke", "{\"client_name\":\"" + clientName + "\"}");
    }

    private Answer post(String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .timeout(PATIENCE)
                .header("X-API-Key", KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), new ObjectMapper().readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    PeerSet devicePeers() throws DeviceException {
        return engine.live().read().peers();
    }

    /// Waits until the agent has asked, applied and reported once more from now on.
    void awaitNextPoll() throws InterruptedException {
        reports.drainPermits();
        if (!reports.tryAcquire(2, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the agent did not report");
        }
    }

    PublicKey devicePublicKey() throws DeviceException {
        return engine.live().read().publicKey().orElseThrow();
    }

    void changeByHand(PeerChange change) throws DeviceException {
        engine.live().apply(List.of(change));
    }

    @Override
    public void close() {
        stopAgent();
        service.close();
        client.close();
        engine.close();
    }

    record Answer(int status, String text, JsonNode json) {}

    /// Lets the test see that a report was taken or a poll failed.
    private record Counted(Provisioning link, Semaphore reports, Semaphore failures) implements Provisioning {
        @Override
        public Desired poll(Optional<Long> after) throws LinkException {
            try {
                return link.poll(after);
            } catch (LinkException e) {
                failures.release();
                throw e;
            }
        }

        @Override
        public void report(AppliedReport report) throws LinkException {
            link.report(report);
            reports.release();
        }

        @Override
        public void tell(UseReport report) throws LinkException {
            link.tell(report);
        }
    }

    /// An agent on a thread of its own.
    private record RunningAgent(HttpProvisioning link, StopSignal stop, Thread thread) implements AutoCloseable {
        static RunningAgent start(HttpProvisioning link, Provisioning counted, PeerDevice device) {
            var stop = new StopSignal();
            var agent = new Agent(
                    counted, device, new Backoff(RandomGenerator.of("L64X128MixRandom")), stop, System::nanoTime);
            return new RunningAgent(
                    link, stop, Thread.ofPlatform().name("agent").start(agent::run));
        }

        @Override
        public void close() {
            stop.give();
            link.close();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
