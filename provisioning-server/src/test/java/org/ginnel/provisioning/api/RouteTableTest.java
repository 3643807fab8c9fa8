// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.ginnel.provisioning.OpenApiDocument;
import org.ginnel.provisioning.agent.AgentDesk;
import org.ginnel.provisioning.fleet.FleetFile;
import org.ginnel.provisioning.key.LegacyKeys;
import org.ginnel.provisioning.key.Secret;
import org.ginnel.provisioning.provision.Devices;
import org.ginnel.provisioning.provision.Provisioning;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.DeviceStore;
import org.ginnel.provisioning.store.GatewayStates;
import org.ginnel.provisioning.store.LeaseStore;
import org.ginnel.provisioning.store.ServerStore;
import org.ginnel.provisioning.store.TokenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteTableTest {
    @Test
    void nameInBraces_standsForOnePart() {
        var table = new RouteTable();
        table.add("GET", "/a/{id}", _ -> new Answer(200, Map.of(), "{}"));
        table.add("GET", "/a/b", _ -> new Answer(200, Map.of(), "{}"));

        assertThat(table.find("/a/x").orElseThrow().parameters()).containsExactly(Map.entry("id", "x"));
        assertThat(table.find("/a/b").orElseThrow().template()).isEqualTo("/a/b");
        assertThat(table.find("/a/{id}").orElseThrow().parameters()).containsExactly(Map.entry("id", "{id}"));
        assertThat(table.find("/a")).isEmpty();
        assertThat(table.find("/a/x/y")).isEmpty();
        assertThat(table.find("")).isEmpty();
    }

    @Test
    void description_namesEveryRouteOfV1_andNoOther(@TempDir Path directory) {
        var clock = Clock.systemUTC();
        var random = new SecureRandom();
        var fleet = FleetFile.reference();
        try (var database = Database.open(directory.resolve("db"))) {
            var leases = new LeaseStore(database, clock);
            var servers = new ServerStore(database, clock);
            var wait = Duration.ofSeconds(1);
            try (var desk =
                    new AgentDesk(fleet, leases, servers, new GatewayStates(database, clock), System::nanoTime)) {
                var devices = new Devices(
                        fleet, new DeviceStore(database, clock), servers, desk, random, System::nanoTime, wait);
                var routes = new Routes(
                        new LegacyKeys(Secret.of("4f1c9a7d20b86e35a1d4c7f09b2e6835")),
                        new TokenStore(database, clock),
                        fleet,
                        new Provisioning(fleet, leases, servers, desk, random, wait),
                        devices,
                        leases,
                        servers,
                        desk,
                        false,
                        wait,
                        clock,
                        System::nanoTime,
                        random);

                assertThat(routes.table(new CallCounts()).all().stream().filter(route -> route.contains(" /api/v1/")))
                        .containsExactlyInAnyOrderElementsOf(
                                OpenApiDocument.read().operations());
            }
        }
    }
}
