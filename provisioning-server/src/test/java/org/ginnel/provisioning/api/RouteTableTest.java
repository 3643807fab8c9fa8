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
import org.ginnel.provisioning.factor.FactorSeal;
import org.ginnel.provisioning.fleet.FleetFile;
import org.ginnel.provisioning.key.LegacyKeys;
import org.ginnel.provisioning.key.Secret;
import org.ginnel.provisioning.provision.Devices;
import org.ginnel.provisioning.provision.Provisioning;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.GatewayStates;
import org.ginnel.provisioning.store.Stores;
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
            var stores = Stores.of(database, clock);
            var wait = Duration.ofSeconds(1);
            var states = new GatewayStates(database, clock);
            try (var desk = new AgentDesk(fleet, stores.leases(), stores.servers(), states, System::nanoTime)) {
                var routes = new Routes(
                        new LegacyKeys(Secret.of("4f1c9a7d20b86e35a1d4c7f09b2e6835")),
                        new FactorSeal(new byte[32], random),
                        stores,
                        () -> fleet,
                        new Provisioning(() -> fleet, stores.leases(), stores.servers(), desk, random, wait),
                        new Devices(() -> fleet, stores, desk, random, System::nanoTime, wait),
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
