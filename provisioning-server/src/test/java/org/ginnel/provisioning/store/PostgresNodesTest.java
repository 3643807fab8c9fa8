// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ginnel.provisioning.audit.Seal;
import org.ginnel.provisioning.audit.Verification;
import org.ginnel.provisioning.device.Change;
import org.ginnel.provisioning.device.DeviceRequest;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.FleetFile;
import org.ginnel.provisioning.fleet.TunnelNetwork;
import org.ginnel.provisioning.key.AccessToken;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.provisioning.lease.ClientName;
import org.ginnel.wireguard.PrivateKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes at work on one real PostgreSQL.
class PostgresNodesTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Fleet FLEET = FleetFile.reference();
    private static final TunnelNetwork NETWORK = FLEET.devices().orElseThrow();
    private static PostgresServer server;

    private Database one;
    private Database other;

    @BeforeAll
    static void startServer() {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() {
        var location = server.newDatabase();
        one = Database.open(location);
        other = Database.open(location);
        new ServerStore(one, Clock.systemUTC()).adopt(FLEET);
        new ServerStore(other, Clock.systemUTC()).adopt(FLEET);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private static DeviceRequest request(String user) {
        return new DeviceRequest(
                ClientName.generate(RANDOM),
                user,
                "pro",
                "x",
                PrivateKey.generate(RANDOM).publicKey(),
                NETWORK);
    }

    @Test
    void bothNodesAtOnce_neverGiveAnAddressTwice_andWriteOneRecord() throws InterruptedException, ExecutionException {
        var nodes =
                new DeviceStore[] {new DeviceStore(one, Clock.systemUTC()), new DeviceStore(other, Clock.systemUTC())};
        var slots = new HashSet<Integer>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 200)
                    .mapToObj(i -> pool.submit(() -> (Change.Done) nodes[i % 2].register(request("user" + i), 10)))
                    .toList();
            for (var call : calls) {
                slots.add(call.get().device().key().slot());
            }
        }
        assertThat(slots).hasSize(200);
        var audit = new AuditStore(other, new Seal(new byte[32]), Clock.systemUTC());
        audit.seal();
        assertThat(audit.verify()).isInstanceOfSatisfying(Verification.Intact.class, intact -> {
            assertThat(intact.entries()).isEqualTo(200);
            assertThat(intact.sealed()).isEqualTo(200);
        });
    }

    @Test
    void whatOneNodeChanges_theOtherIsTold() throws InterruptedException {
        var told = new CountDownLatch(1);
        PeerFeed.start(other, Clock.systemUTC(), changes -> told.countDown());

        new DeviceStore(one, Clock.systemUTC()).register(request("alice"), 10);

        assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tokenOfOneNode_opensTheOther() {
        var tokens = new TokenStore(other, Clock.systemUTC());
        var token = AccessToken.generate(RANDOM);

        new TokenStore(one, Clock.systemUTC())
                .create(token, new Caller("alice", "pro"), Permission.ofUsers(), "x", Optional.empty());
        other.run(_ -> true);

        assertThat(tokens.verify(token)).isPresent();
    }

    @Test
    void everythingInAFile_canBeMovedHere_andGoesOnFromThere(@TempDir Path directory) {
        var file = Location.file(directory.resolve("old.db"));
        Change.Done device;
        var token = AccessToken.generate(RANDOM);
        try (var old = Database.open(file)) {
            new ServerStore(old, Clock.systemUTC()).adopt(FLEET);
            device = (Change.Done) new DeviceStore(old, Clock.systemUTC()).register(request("alice"), 10);
            new TokenStore(old, Clock.systemUTC())
                    .create(token, new Caller("alice", "pro"), Permission.ofUsers(), "x", Optional.empty());
        }
        var target = server.newDatabase();

        assertThat(Transfer.copy(file, target)).isGreaterThan(20);

        try (var moved = Database.open(target)) {
            new ServerStore(moved, Clock.systemUTC()).adopt(FLEET);
            var devices = new DeviceStore(moved, Clock.systemUTC());
            assertThat(devices.list("alice")).containsExactly(device.device());
            assertThat(new TokenStore(moved, Clock.systemUTC()).verify(token)).isPresent();
            var next = (Change.Done) devices.register(request("bob"), 10);
            assertThat(next.revision()).isGreaterThan(device.revision());
            assertThat(next.device().key().slot())
                    .isGreaterThan(device.device().key().slot());
            assertThat(new AuditStore(moved, new Seal(new byte[32]), Clock.systemUTC()).verify())
                    .extracting("entries")
                    .isEqualTo(3L);
        }
        assertThatThrownBy(() -> Transfer.copy(file, target)).hasMessageContaining("empty one");
    }

    @Test
    void oneNodeLeads_andAnotherDoesWhenItEnds() {
        assertThat(one.leads()).isTrue();
        assertThat(one.leads()).isTrue();
        assertThat(other.leads()).isFalse();

        one.close();

        // The server hears of the end of a connection a moment later.
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!other.leads()) {
            assertThat(System.nanoTime()).as("waited in vain to lead").isLessThan(end);
        }
    }

    @Test
    void connectionThatIsLost_isMadeAnew() {
        var devices = new DeviceStore(one, Clock.systemUTC());
        devices.register(request("alice"), 10);
        var pid = one.run(sql -> sql.number("SELECT pg_backend_pid()"));
        other.run(sql -> sql.holds("SELECT pg_terminate_backend(" + pid + ")"));

        assertThat(devices.list("alice")).hasSize(1);
    }

    @Test
    void whatAGatewayTellsOneNode_theOtherKnows() throws InterruptedException {
        var told = new CountDownLatch(1);
        new GatewayStates(other, Clock.systemUTC()).listen(states -> {
            if (states.stream().anyMatch(s -> s.serverId().equals("us-east-1") && s.appliedRevision() == 7)) {
                told.countDown();
            }
        });

        new GatewayStates(one, Clock.systemUTC()).applied("us-east-1", 7);

        assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
    }
}
