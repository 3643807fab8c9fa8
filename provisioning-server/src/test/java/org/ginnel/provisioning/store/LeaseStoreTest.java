// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.ginnel.provisioning.fleet.AgentToken;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.provisioning.fleet.Subnet;
import org.ginnel.provisioning.fleet.TunnelNetwork;
import org.ginnel.provisioning.lease.Allocation;
import org.ginnel.provisioning.lease.DeviceId;
import org.ginnel.provisioning.lease.Lease;
import org.ginnel.provisioning.lease.LeaseRequest;
import org.ginnel.provisioning.lease.Undo;
import org.ginnel.relay.Server;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On SQLite; [PostgresLeaseStoreTest] runs the same on PostgreSQL.
class LeaseStoreTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path directory;

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private Gateway gateway = gateway("10.7.0.0/24", true);
    private Database database;
    private LeaseStore leases;

    @BeforeEach
    void open() {
        database = Database.open(location());
        leases = new LeaseStore(database, () -> now);
        new ServerStore(database, () -> now).adopt(new Fleet(List.of(gateway)));
    }

    Location location() {
        return Location.file(directory.resolve("test.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void reopen() {
        close();
        now = now.plusSeconds(120); // longer than any call that another node may have under way
        open();
    }

    private static Gateway gateway(String ipv4, boolean agent) {
        var server =
                new Server("x-1", "X", "192.0.2.1", 51820, "x", "X", "basic", 0, 0, Optional.empty(), Optional.empty());
        return new Gateway(
                server,
                Optional.empty(),
                new TunnelNetwork(IpNetwork.parse(ipv4).orElseThrow(), Optional.empty()),
                List.of(),
                agent ? Optional.of(new AgentToken("0".repeat(32))) : Optional.empty());
    }

    private static PublicKey newKey() {
        return PrivateKey.generate(RANDOM).publicKey();
    }

    private LeaseRequest request(String user, DeviceId device, PublicKey key) {
        var name = UUID.randomUUID().toString().substring(0, 15);
        return new LeaseRequest(gateway, user, device, Optional.empty(), key, name, PresharedKey.generate(RANDOM));
    }

    private Allocation.Granted grant(String user, String device, PublicKey key) {
        return (Allocation.Granted) leases.allocate(request(user, DeviceId.named(device), key));
    }

    private Allocation.Granted grantOnce(String user) {
        var name = UUID.randomUUID().toString().substring(0, 15);
        return (Allocation.Granted) leases.allocate(new LeaseRequest(
                gateway, user, DeviceId.once(name), Optional.empty(), newKey(), name, PresharedKey.generate(RANDOM)));
    }

    @Test
    void sameDevice_hasTheSameLeaseForEver() {
        var key = newKey();
        var first = grant("alice", "laptop", key).lease();
        reopen();

        assertThat(grant("alice", "laptop", key).lease()).isNotEqualTo(first); // a crash: never confirmed
        var second = grant("alice", "laptop", key).lease();
        leases.confirm("x-1", second.revision());
        reopen();

        var again = grant("alice", "laptop", key);
        assertThat(again.change()).isEqualTo(new Allocation.Change.None());
        assertThat(again.lease().confirmed()).isTrue();
        assertThat(again.lease().clientName()).isEqualTo(second.clientName());
        assertThat(again.lease().slot()).isEqualTo(second.slot());
        assertThat(again.lease().presharedKey()).isEqualTo(second.presharedKey());
    }

    @Test
    void manyAtOnce_neverShareAnAddressOrAName() throws InterruptedException, ExecutionException {
        var calls = new ArrayList<Future<Allocation.Granted>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                var user = "user" + i % 10;
                var device = "device" + i;
                calls.add(pool.submit(() -> grant(user, device, newKey())));
            }
        }
        var slots = new HashSet<Integer>();
        var revisions = new HashSet<Long>();
        for (var call : calls) {
            slots.add(call.get().lease().slot());
            revisions.add(call.get().lease().revision());
        }
        assertThat(slots).hasSize(200);
        assertThat(revisions).hasSize(200);
    }

    @Test
    void sameDevice_askingManyTimesAtOnce_getsOneLease() throws InterruptedException, ExecutionException {
        var key = newKey();
        var calls = new ArrayList<Future<Allocation.Granted>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                calls.add(pool.submit(() -> grant("alice", "laptop", key)));
            }
        }
        var names = new HashSet<String>();
        for (var call : calls) {
            names.add(call.get().lease().clientName());
        }
        assertThat(names).hasSize(1);
        assertThat(leases.leases("x-1")).hasSize(1);
    }

    @Test
    void fullNetwork_saysSo_andAFreedAddressIsGivenAgain() {
        var names = IntStream.range(0, 253)
                .mapToObj(i -> grant("alice", "device" + i, newKey()).lease().clientName())
                .toList();
        assertThat(leases.allocate(request("bob", DeviceId.named("late"), newKey())))
                .isEqualTo(new Allocation.Full());

        var gone = leases.revoke("alice", names.get(100));

        assertThat(gone).isPresent();
        assertThat(grant("bob", "late", newKey()).lease().slot()).isEqualTo(102);
    }

    @Test
    void freedAddress_restsUntilAllOthersWereGiven() {
        var first = grant("alice", "one", newKey()).lease();
        leases.revoke("alice", first.clientName());

        assertThat(grant("alice", "two", newKey()).lease().slot()).isEqualTo(first.slot() + 1);
        reopen();
        assertThat(grant("alice", "three", newKey()).lease().slot()).isEqualTo(first.slot() + 2);
    }

    @Test
    void legacyClientThatConnectsForEver_neverFillsTheNetwork() {
        var last = 0;
        for (int i = 0; i < 600; i++) {
            var lease = grantOnce("alice").lease();
            leases.confirm("x-1", lease.revision());
            last = lease.slot();
        }
        assertThat(last).isBetween(2, 254);
        assertThat(leases.leases("x-1")).hasSize(LeaseStore.MAX_ONCE);
    }

    @Test
    void namedDevices_neverMakeWayForLegacyCalls() {
        var laptop = grant("alice", "laptop", newKey()).lease();
        for (int i = 0; i < 40; i++) {
            leases.confirm("x-1", grantOnce("alice").lease().revision());
        }
        assertThat(leases.leases("x-1"))
                .extracting(Lease::clientName)
                .contains(laptop.clientName())
                .hasSize(LeaseStore.MAX_ONCE + 1);
    }

    @Test
    void keyOfAnotherDevice_isRefusedAndFreeAfterRevocation() {
        var key = newKey();
        var owner = grant("alice", "laptop", key).lease();

        assertThat(leases.allocate(request("bob", DeviceId.named("phone"), key)))
                .isEqualTo(new Allocation.KeyTaken());
        assertThat(leases.allocate(request("alice", DeviceId.named("phone"), key)))
                .isEqualTo(new Allocation.KeyTaken());

        leases.revoke("alice", owner.clientName());
        assertThat(grant("bob", "phone", key).lease().publicKey()).isEqualTo(key);
    }

    @Test
    void revoke_isTheOwnersAloneAndTheSameForADay() {
        var lease = grant("alice", "laptop", newKey()).lease();

        assertThat(leases.revoke("bob", lease.clientName())).isEmpty();
        assertThat(leases.revoke("alice", "nobody")).isEmpty();
        var first = leases.revoke("alice", lease.clientName());
        assertThat(first).isPresent();
        assertThat(leases.revoke("alice", lease.clientName())).isEqualTo(first);

        now = now.plusSeconds(25 * 3600);
        leases.revoke("alice", grant("alice", "other", newKey()).lease().clientName());
        assertThat(leases.revoke("alice", lease.clientName())).isEmpty();
    }

    @Test
    void undo_ofANewLease_leavesNothing() {
        var granted = grant("alice", "laptop", newKey());

        assertThat(leases.undo(gateway, granted))
                .isEqualTo(new Undo.Undone(granted.lease().revision() + 1));
        assertThat(leases.leases("x-1")).isEmpty();
        assertThat(leases.undo(gateway, granted)).isEqualTo(new Undo.NotOurs());
    }

    @Test
    void undo_ofANewKey_bringsTheOldOneBack() {
        var before = grant("alice", "laptop", newKey()).lease();
        leases.confirm("x-1", before.revision());
        var granted = grant("alice", "laptop", newKey());
        assertThat(granted.lease().slot()).isEqualTo(before.slot());

        leases.undo(gateway, granted);

        var after = leases.leases("x-1").getFirst();
        assertThat(after.publicKey()).isEqualTo(before.publicKey());
        assertThat(after.presharedKey()).isEqualTo(before.presharedKey());
        assertThat(after.confirmed()).isTrue();
    }

    @Test
    void undo_ofWhatWasConfirmed_orIsAnothers_changesNothing() {
        var granted = grant("alice", "laptop", newKey());
        var waiter = grant("alice", "laptop", granted.lease().publicKey());
        assertThat(leases.undo(gateway, waiter)).isEqualTo(new Undo.NotOurs());

        leases.confirm("x-1", granted.lease().revision());

        assertThat(leases.undo(gateway, granted)).isEqualTo(new Undo.Stands());
        assertThat(leases.leases("x-1")).hasSize(1);
    }

    @Test
    void databaseWithAPlaceForPrivateKeys_isRefused_untilItIsGone() {
        database.run(sql -> sql.update("CREATE TABLE legacy_client (name TEXT, PrivateKey TEXT)"));

        assertThatThrownBy(this::reopen)
                .isInstanceOf(StoreException.class)
                .message()
                .containsIgnoringCase("(legacy_client.privatekey)")
                .contains("never keeps one");

        try (var sql = location().engine().connect()) {
            sql.execute("DROP TABLE legacy_client");
        }
        open();
    }

    @Test
    void networksOfAServerWithPeers_cannotBeChangedByAnEdit() {
        leases.confirm("x-1", grant("alice", "laptop", newKey()).lease().revision());
        var moved = new Fleet(List.of(gateway("10.8.0.0/24", true)));

        assertThatThrownBy(() -> new ServerStore(database, () -> now).adopt(moved))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("10.7.0.0/24")
                .hasMessageContaining("10.8.0.0/24");
    }

    @Test
    void networkThatIsAdded_hasRoomForMore_andMovesNobody() {
        var first = grant("alice", "laptop", newKey()).lease();
        leases.confirm("x-1", first.revision());
        IntStream.range(0, 252).forEach(i -> grant("alice", "device" + i, newKey()));
        assertThat(leases.allocate(request("bob", DeviceId.named("late"), newKey())))
                .isEqualTo(new Allocation.Full());
        var more = new TunnelNetwork(List.of(
                gateway.network().subnets().getFirst(),
                new Subnet(IpNetwork.parse("10.8.0.0/16").orElseThrow(), Optional.empty())));
        gateway = new Gateway(gateway.server(), gateway.publicKey(), more, List.of(), gateway.agentToken());
        new ServerStore(database, () -> now).adopt(new Fleet(List.of(gateway)));

        assertThat(grant("alice", "laptop", first.publicKey()).lease().slot()).isEqualTo(first.slot());
        IntStream.range(0, 300).forEach(i -> grant("bob", "device" + i, newKey()));
        assertThat(gateway.network()
                        .allowedIps(grant("bob", "late", newKey()).lease().slot()))
                .allSatisfy(address -> assertThat(address.toString()).startsWith("10.8."));
    }

    @Test
    void networksOfAServerWithoutPeers_mayBeChanged() {
        gateway = gateway("10.8.0.0/24", true);
        new ServerStore(database, () -> now).adopt(new Fleet(List.of(gateway)));

        assertThat(grant("alice", "laptop", newKey()).lease().slot()).isEqualTo(2);
    }

    @Test
    void serverWithoutAgent_hasItsLeasesConfirmedAtOnce() {
        gateway = gateway("10.7.0.0/24", false);

        assertThat(grant("alice", "laptop", newKey()).lease().confirmed()).isTrue();
        reopen();
        assertThat(leases.leases("x-1")).hasSize(1);
    }
}
