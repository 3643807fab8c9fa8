// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.ginnel.provisioning.agent.AgentDesk;
import org.ginnel.provisioning.api.Routes;
import org.ginnel.provisioning.audit.Seal;
import org.ginnel.provisioning.factor.FactorSeal;
import org.ginnel.provisioning.fleet.CurrentFleet;
import org.ginnel.provisioning.http.HttpServer;
import org.ginnel.provisioning.key.LegacyKeys;
import org.ginnel.provisioning.provision.Devices;
import org.ginnel.provisioning.provision.Provisioning;
import org.ginnel.provisioning.store.AuditStore;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.GatewayStates;
import org.ginnel.provisioning.store.PeerFeed;
import org.ginnel.provisioning.store.Stores;

/// A running server, in this process. Closing it answers or ends what is under way and frees port and database.
public final class ProvisioningServer implements AutoCloseable {
    private final Database database;
    private final Stores stores;
    private final AgentDesk desk;
    private final HttpServer http;
    private final Chores chores;

    private ProvisioningServer(Database database, Stores stores, AgentDesk desk, HttpServer http, Chores chores) {
        this.database = database;
        this.stores = stores;
        this.desk = desk;
        this.http = http;
        this.chores = chores;
    }

    /// Opens the database and listens.
    ///
    /// @throws RuntimeException when it cannot, with a sentence on why and what to do
    public static ProvisioningServer start(Settings settings) {
        var clock = Clock.system(ZoneId.systemDefault());
        var random = new SecureRandom();
        var database = Database.open(settings.database());
        try {
            var stores = Stores.of(database, clock);
            var fleet = new CurrentFleet(stores.fleets().applied().orElse(settings.fleet()));
            stores.servers().adopt(fleet.get());
            var states = new GatewayStates(database, clock);
            var desk = new AgentDesk(fleet.get(), stores.leases(), stores.servers(), states, System::nanoTime);
            PeerFeed.start(database, clock, desk::changed);
            stores.fleets().listen((applied, revision) -> {
                fleet.set(applied);
                desk.adopt(applied, revision);
            });
            states.listen(known -> desk.heardElsewhere(known, clock.instant()));
            var provisioning =
                    new Provisioning(fleet, stores.leases(), stores.servers(), desk, random, settings.agentWait());
            var devices = new Devices(fleet, stores, desk, random, System::nanoTime, settings.agentWait());
            var routes = new Routes(
                    new LegacyKeys(settings.secret()),
                    new FactorSeal(settings.secret().derive(FactorSeal.PURPOSE), random),
                    stores,
                    fleet,
                    provisioning,
                    devices,
                    desk,
                    settings.development(),
                    settings.pollWait(),
                    clock,
                    System::nanoTime,
                    random);
            var http = HttpServer.start(settings.listen(), settings.tls(), settings.origins(), routes.api());
            var audit = new AuditStore(database, new Seal(settings.secret().derive("audit")), clock);
            var chores = new Chores(fleet, stores, audit, clock, random);
            return new ProvisioningServer(database, stores, desk, http, chores.start());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// Whether the servers are those that were applied to the database.
    boolean goesByWhatWasApplied() {
        return stores.fleets().applied().isPresent();
    }

    /// The port it listens on.
    public int port() {
        return http.port();
    }

    @Override
    public void close() {
        chores.close();
        desk.close();
        http.close();
        database.close();
    }
}
