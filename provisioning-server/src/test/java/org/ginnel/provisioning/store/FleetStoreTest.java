// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ginnel.peering.PeerUse;
import org.ginnel.provisioning.audit.Actor;
import org.ginnel.provisioning.audit.Entry;
import org.ginnel.provisioning.device.Change;
import org.ginnel.provisioning.device.DeviceRequest;
import org.ginnel.provisioning.device.UsageDay;
import org.ginnel.provisioning.factor.RecoveryCode;
import org.ginnel.provisioning.factor.SessionToken;
import org.ginnel.provisioning.fleet.Blueprint;
import org.ginnel.provisioning.fleet.FleetFileException;
import org.ginnel.provisioning.fleet.Scope;
import org.ginnel.provisioning.fleet.Step;
import org.ginnel.provisioning.key.AccessToken;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.provisioning.lease.ClientName;
import org.ginnel.provisioning.lease.DeviceId;
import org.ginnel.provisioning.lease.LeaseRequest;
import org.ginnel.provisioning.lease.PeerChange;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On SQLite; [PostgresFleetStoreTest] runs the same on PostgreSQL.
class FleetStoreTest {
    private static final String SERVER = """
              - {id: %s, name: X, endpoint: 192.0.2.1, port: 51820, region: x, country: X, tier: %s, latitude: 0,
                 longitude: 0, ipv4: %s}
            """;
    private static final String ONE = SERVER.formatted("x-1", "basic", "10.7.0.0/24");
    private static final String PRO = SERVER.formatted("x-2", "pro", "10.7.0.0/24");
    private static final String HEAD = "devices: {ipv4: 10.64.0.0/12}\n";

    @TempDir
    private Path directory;

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private Database database;
    private Stores stores;
    private final List<PeerChange> peers = new ArrayList<>();

    @BeforeEach
    void open() {
        database = Database.open(location());
        stores = Stores.of(database, () -> now);
        PeerFeed.start(database, () -> now, peers::addAll);
    }

    Location location() {
        return Location.file(directory.resolve("test.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Blueprint blueprint(String yaml) {
        try {
            return Blueprint.parse(yaml.getBytes(StandardCharsets.UTF_8));
        } catch (FleetFileException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> apply(String servers, String users) {
        return apply(HEAD + users + "servers:\n" + servers, false);
    }

    private List<String> apply(String yaml, boolean remove) {
        return stores.fleets().apply(blueprint(yaml), Actor.OPERATOR, remove).stream()
                .map(Step::toString)
                .toList();
    }

    private List<String> actions() {
        return stores.record().page(0, 1000).stream().map(Entry::action).toList();
    }

    private String device(String user, String tier) {
        var network = stores.fleets().applied().orElseThrow().devices().orElseThrow();
        var key = PrivateKey.generate(new SecureRandom()).publicKey();
        var request = new DeviceRequest(ClientName.generate(new SecureRandom()), user, tier, "x", key, network);
        return ((Change.Done) stores.devices().register(request, 10)).device().id();
    }

    /// Where gateways are to have peers now.
    private List<String> places() {
        var last = new LinkedHashMap<String, Boolean>();
        peers.forEach(change -> last.put(
                change.scope().text() + " " + change.publicKey(),
                change.allowedIps().isPresent()));
        return last.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(entry -> entry.getKey().split(" ", -1)[0])
                .toList();
    }

    @Test
    void applying_isInForceAtOnce_recorded_andTheSecondTimeNothing() {
        assertThat(stores.fleets().plan(blueprint(HEAD + "servers:\n" + ONE))).hasSize(2);
        assertThat(actions()).isEmpty();

        assertThat(apply(ONE, "users: [{id: alice, tier: pro}]\n")).hasSize(3);

        assertThat(stores.fleets().applied().orElseThrow().gateways()).hasSize(1);
        assertThat(stores.accounts().settle(new Caller("alice", "basic")).tier())
                .isEqualTo("pro");
        assertThat(actions()).containsExactly("settings.changed", "server.added", "user.added");
        assertThat(apply(ONE, "users: [{id: alice, tier: pro}]\n")).isEmpty();
        assertThat(actions()).hasSize(3);
    }

    @Test
    void another_process_hearsOfIt() {
        var heard = new ArrayList<Long>();
        stores.fleets().listen((fleet, revision) -> heard.add(revision));
        try (var beside = Database.join(location())) {
            Stores.of(beside, () -> now).fleets().apply(blueprint("servers:\n" + ONE), Actor.OPERATOR, false);
        }
        database.run(_ -> true);

        assertThat(heard).hasSize(1);
        assertThat(stores.fleets().applied()).isPresent();
    }

    @Test
    void networksThatMoved_changeNothing_notEvenTheRest() {
        apply(ONE, "");
        device("alice", "basic");

        assertThatThrownBy(() -> apply("devices: {ipv4: 10.80.0.0/12}\nservers:\n" + ONE + PRO, false))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has peers in 10.64.0.0/12");
        assertThatThrownBy(() -> apply("servers:\n" + ONE, false)).hasMessageContaining("There are devices");
        assertThat(stores.fleets().applied().orElseThrow().gateways()).hasSize(1);
        assertThat(actions()).containsExactly("settings.changed", "server.added", "device.registered");
    }

    @Test
    void serverWithPeers_goesOnlyWhenThatIsSaid_andItsPeersWithIt() {
        apply(ONE + PRO, "");
        var gateway = stores.fleets().applied().orElseThrow().find("x-2").orElseThrow();
        stores.leases()
                .allocate(new LeaseRequest(
                        gateway,
                        "alice",
                        DeviceId.named("d"),
                        Optional.empty(),
                        PrivateKey.generate(new SecureRandom()).publicKey(),
                        "abcdefghijklmno",
                        PresharedKey.generate(new SecureRandom())));

        assertThatThrownBy(() -> apply(ONE, "")).hasMessageContaining("--remove");
        assertThat(places()).containsExactly("server:x-2");
        assertThat(apply(HEAD + "servers:\n" + ONE, true)).containsExactly("- server x-2");

        assertThat(places()).isEmpty();
        assertThat(stores.leases().ofUser("alice")).isEmpty();
    }

    @Test
    void anotherTier_movesTheDevices() {
        apply(ONE + PRO, "");
        device("alice", "basic");

        apply(ONE + PRO, "users: [{id: alice, tier: pro}]\n");

        assertThat(places()).containsExactly("tier:pro");
        assertThat(stores.devices().list("alice").getFirst().tier()).isEqualTo("pro");
    }

    @Test
    void suspendedUser_isOnNoGateway_untilLetInAgain() {
        apply(ONE, "users: [{id: alice, tier: basic}]\n");
        device("alice", "basic");

        apply(ONE, "users: [{id: alice, tier: basic, suspended: true}]\n");
        assertThat(places()).isEmpty();
        assertThat(stores.devices().list("alice")).hasSize(1);
        device("alice", "basic");
        assertThat(places()).isEmpty();

        apply(ONE, "users: [{id: alice, tier: basic}]\n");
        assertThat(places()).containsExactly("tier:basic", "tier:basic");
    }

    @Test
    void userTakenOut_goesWithDevicesAndTokens() {
        apply(ONE, "users: [{id: alice, tier: basic}]\n");
        device("alice", "basic");
        var token = AccessToken.generate(new SecureRandom());
        stores.tokens().create(token, new Caller("alice", "basic"), Permission.ofUsers(), "x", Optional.empty());

        apply(HEAD + "users: []\nservers:\n" + ONE, true);

        assertThat(places()).isEmpty();
        assertThat(stores.devices().list("alice")).isEmpty();
        assertThat(stores.tokens().verify(token)).isEmpty();
        assertThat(stores.accounts().find("alice")).isEmpty();
        assertThat(actions()).endsWith("device.removed", "token.revoked", "user.removed");
    }

    @Test
    void keys_areWarnedOfOnce_thenEnd_andAnotherKeyBringsTheDeviceBack() {
        apply(HEAD + "key_rotation: {days: 30, warn_days: 5, ends_after_days: 40}\nservers:\n" + ONE, false);
        var policy = stores.fleets().applied().orElseThrow().terms().keys();
        var id = device("alice", "basic");
        now = now.plus(Duration.ofDays(24));
        stores.devices().tendKeys(policy);
        assertThat(actions()).doesNotContain("device.rotation-due");

        now = now.plus(Duration.ofDays(2));
        stores.devices().tendKeys(policy);
        stores.devices().tendKeys(policy);
        assertThat(actions()).containsOnlyOnce("device.rotation-due");
        assertThat(places()).containsExactly("tier:basic");

        now = now.plus(Duration.ofDays(15));
        stores.devices().tendKeys(policy);
        assertThat(places()).isEmpty();
        assertThat(actions()).endsWith("device.key-ended");
        assertThat(stores.devices().list("alice").getFirst().key().endedAt()).contains(now);

        var network = stores.fleets().applied().orElseThrow().devices().orElseThrow();
        var key = PrivateKey.generate(new SecureRandom()).publicKey();
        stores.devices().rotate(new DeviceRequest(id, "alice", "basic", "", key, network), Duration.ofHours(1));
        assertThat(places()).containsExactly("tier:basic");
        assertThat(stores.devices().list("alice").getFirst().previous()).isEmpty();
    }

    @Test
    void use_isAddedUpByDay_whateverTheServer_andGoesWithTheDevice() {
        apply(ONE + PRO, "");
        var id = device("alice", "basic");
        var key = stores.devices().list("alice").getFirst().key().publicKey();
        var scopes = Set.of(Scope.tier("basic"));
        var seen = now.minusSeconds(60);

        stores.usage().take("x-1", scopes, List.of(new PeerUse(key, 100, 10, Optional.of(seen))));
        stores.usage().take("x-1", scopes, List.of(new PeerUse(key, 150, 10, Optional.of(seen))));
        stores.usage().take("x-2", scopes, List.of(new PeerUse(key, 1, 2, Optional.empty())));
        stores.usage().take("x-1", scopes, List.of(new PeerUse(key, 20, 3, Optional.empty()))); // it began anew
        stores.usage().take("x-1", Set.of(), List.of(new PeerUse(key, 999, 999, Optional.empty())));

        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        assertThat(stores.usage().ofDevice(id)).containsExactly(new UsageDay(today, 171, 15, Optional.of(seen)));
        now = now.plus(Duration.ofDays(1));
        stores.usage().take("x-1", scopes, List.of(new PeerUse(key, 21, 3, Optional.empty())));
        assertThat(stores.usage().ofDevice(id)).hasSize(2);
        stores.usage().forget(1);
        assertThat(stores.usage().ofDevice(id)).extracting(UsageDay::sentBytes).containsExactly(1L);
        stores.devices().remove("alice", id);
        assertThat(stores.usage().ofDevice(id)).isEmpty();
    }

    @Test
    void code_isTakenOnce_andSessionsAreBoundToTheToken() {
        var codes = RecoveryCode.generate(new SecureRandom());
        var session = SessionToken.generate(new SecureRandom());
        stores.factors().enroll("root", new byte[] {1}, codes);

        assertThat(stores.factors().open("root", "t1", 5, session, "192.0.2.7")).isPresent();
        assertThat(stores.factors().open("root", "t1", 5, SessionToken.presented("x"), ""))
                .isEmpty();
        assertThat(stores.factors().open("root", "t1", 4, SessionToken.presented("x"), ""))
                .isEmpty();
        assertThat(stores.factors().isOpen(session, "t1")).isTrue();
        assertThat(stores.factors().isOpen(session, "t2")).isFalse();
        var other = SessionToken.generate(new SecureRandom());
        var code = RecoveryCode.typed(codes.getFirst().reveal().toLowerCase(Locale.ROOT));
        assertThat(stores.factors().open("root", "t1", code, other, "")).isPresent();
        assertThat(stores.factors().open("root", "t1", code, other, "")).isEmpty();

        now = now.plus(Duration.ofHours(1));
        assertThat(stores.factors().isOpen(session, "t1")).isFalse();
        assertThat(actions())
                .containsExactly(
                        "admin.enrolled",
                        "admin.session-opened",
                        "admin.code-refused",
                        "admin.code-refused",
                        "admin.session-opened",
                        "admin.code-refused");
        assertThat(stores.factors().remove("root")).isTrue();
        assertThat(stores.factors().isOpen(other, "t1")).isFalse();
    }
}
