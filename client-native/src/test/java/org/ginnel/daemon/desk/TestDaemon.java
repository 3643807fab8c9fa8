// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ginnel.account.ApiKey;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.daemon.control.ControlListener;
import org.ginnel.daemon.control.Permissions;
import org.ginnel.daemon.control.SocketListener;
import org.ginnel.daemon.loop.Ports;
import org.ginnel.daemon.port.FakeDevice;
import org.ginnel.daemon.port.FakeDns;
import org.ginnel.daemon.port.FakeFirewall;
import org.ginnel.daemon.port.FakeProver;
import org.ginnel.daemon.port.FakeRoutes;
import org.ginnel.daemon.port.FakeWatch;
import org.ginnel.daemon.port.Journal;
import org.ginnel.http.SystemNames;
import org.ginnel.relay.Measurement;
import org.ginnel.tunnel.Proof;

/// The real daemon on a fake system and a fake API.
final class TestDaemon implements AutoCloseable {
    final Journal journal = new Journal();
    final FakeFirewall firewall = new FakeFirewall(journal);
    final FakeDevice device = new FakeDevice(journal);
    final FakeDevice second = new FakeDevice(journal);
    final FakeRoutes routes = new FakeRoutes(journal);
    final FakeDns dns = new FakeDns(journal);
    final FakeWatch watch = new FakeWatch();
    final FakeProver prover = new FakeProver(journal);
    final FakeApi api;
    final Path socket;

    /// In place of `/etc/group`; not there at first.
    final Path groups;

    private final Path state;
    private final Path spare;
    private final ControlListener.Place place;
    private Daemon daemon;

    /// @param directory an empty one of its own
    /// @param owners who may change things
    TestDaemon(Path directory, Set<String> owners) throws IOException {
        this(
                directory,
                directory.resolve("s"),
                SocketListener.at(directory.resolve("s"), new Permissions(owners, directory.resolve("group"))));
    }

    /// @param place where it listens
    /// @param socket where that is, for callers
    TestDaemon(Path directory, Path socket, ControlListener.Place place) throws IOException {
        this.api = new FakeApi();
        this.socket = socket;
        this.groups = directory.resolve("group");
        this.state = directory.resolve("state");
        this.spare = directory.resolve("state.json");
        this.place = place;
        prover.answers(new Proof(Instant.now(), Duration.ofMillis(20), "10.7.0.1"));
        daemon = start();
    }

    private Daemon start() throws IOException {
        var parts = new Daemon.Parts(
                new Ports(firewall, FakeDevice.inEachLane(device, second, journal), routes, dns, prover),
                watch,
                _ -> (servers, sink) -> servers.forEach(server -> sink.accept(
                        server,
                        new Measurement.Answered(
                                Duration.ofMillis(server.id().equals("two") ? 10 : 90), Instant.now()))),
                List.of(),
                new SystemNames(Duration.ofSeconds(2)),
                InstantSource.system(),
                new SecureRandom(),
                "test",
                Optional.of("fake"),
                () -> () -> {});
        return Daemon.start(parts, state, spare, place, "ginneld test");
    }

    /// Ends the daemon as a signal does, and starts another on the same state.
    void restart() throws IOException {
        daemon.close();
        daemon = start();
    }

    /// Starts one more in the same place.
    void startAnother() throws IOException {
        start().close();
    }

    ControlClient client() throws ControlException {
        return ControlClient.connect(socket, "test");
    }

    /// One request, one reply.
    Reply call(Request request) throws ControlException {
        try (var client = client()) {
            return client.call(request);
        }
    }

    Reply logIn() throws ControlException {
        return call(new Request.Login(ApiKey.parse(FakeApi.KEY).orElseThrow(), api.url()));
    }

    @Override
    public void close() throws IOException {
        daemon.close();
        api.close();
    }
}
