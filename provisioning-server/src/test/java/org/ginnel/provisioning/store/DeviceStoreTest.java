// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.device.Change;
import org.ginnel.provisioning.device.DeviceRequest;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.TunnelNetwork;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceStoreTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TunnelNetwork NETWORK =
            new TunnelNetwork(IpNetwork.parse("10.64.0.0/12").orElseThrow(), Optional.empty());

    @TempDir
    private Path directory;

    private Database database;
    private DeviceStore devices;

    @BeforeEach
    void open() {
        database = Database.open(directory.resolve("test.db"));
        var stores = Stores.of(database, Clock.systemUTC());
        stores.servers().adopt(new Fleet(List.of()).withDevices(NETWORK));
        devices = stores.devices();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// Else a gateway that is behind would be said to have it.
    @Test
    void whatIsAskedAgain_isAnsweredWithTheRevisionThatGatewaysMustHave() {
        var first = request(PrivateKey.generate(RANDOM).publicKey());
        var made = done(devices.register(first, 10));
        assertThat(done(devices.register(first, 10)).revision())
                .isEqualTo(made.revision())
                .isPositive();

        var second = request(PrivateKey.generate(RANDOM).publicKey());
        var rotated = done(devices.rotate(second, Duration.ofHours(1)));
        assertThat(rotated.revision()).isGreaterThan(made.revision());
        assertThat(done(devices.rotate(second, Duration.ofHours(1))).revision()).isEqualTo(rotated.revision());

        var agreed = done(devices.protect("alice", "d-1", second.publicKey(), PresharedKey.generate(RANDOM), NETWORK));
        assertThat(done(devices.register(second, 10)).revision())
                .isEqualTo(agreed.revision())
                .isGreaterThan(rotated.revision());
    }

    private static DeviceRequest request(PublicKey key) {
        return new DeviceRequest("d-1", "alice", "pro", "laptop", key, NETWORK);
    }

    private static Change.Done done(Change change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return (Change.Done) change;
    }
}
