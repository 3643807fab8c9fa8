// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.ginnel.provisioning.agent.AgentDesk;
import org.ginnel.provisioning.api.Routes;
import org.ginnel.provisioning.audit.Seal;
import org.ginnel.provisioning.http.HttpServer;
import org.ginnel.provisioning.key.LegacyKeys;
import org.ginnel.provisioning.provision.Devices;
import org.ginnel.provisioning.provision.Provisioning;
import org.ginnel.provisioning.store.AuditStore;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.DeviceStore;
import org.ginnel.provisioning.store.GatewayStates;
import org.ginnel.provisioning.store.LeaseStore;
import org.ginnel.provisioning.store.PeerFeed;
import org.ginnel.provisioning.store.ServerStore;
import org.ginnel.provisioning.store.TokenStore;

/// A running server, in this process. Closing it answers or ends what is under way and frees port and database.
public final class ProvisioningServer implements AutoCloseable {
    private final Database database;
    private final AgentDesk desk;
    private final HttpServer http;
    private final Chores chores;

    private ProvisioningServer(Database database, AgentDesk desk, HttpServer http, Chores chores) {
        this.database = database;
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
            var leases = new LeaseStore(database, clock);
            var servers = new ServerStore(database, clock);
            servers.adopt(settings.fleet());
            var states = new GatewayStates(database, clock);
            var desk = new AgentDesk(settings.fleet(), leases, servers, states, System::nanoTime);
            PeerFeed.start(database, clock, desk::changed);
            states.listen(known -> desk.heardElsewhere(known, clock.instant()));
            var provisioning = new Provisioning(settings.fleet(), leases, servers, desk, random, settings.agentWait());
            var deviceStore = new DeviceStore(database, clock);
            var devices = new Devices(
                    settings.fleet(), deviceStore, servers, desk, random, System::nanoTime, settings.agentWait());
            var routes = new Routes(
                    new LegacyKeys(settings.secret()),
                    new TokenStore(database, clock),
                    settings.fleet(),
                    provisioning,
                    devices,
                    leases,
                    servers,
                    desk,
                    settings.development(),
                    settings.pollWait(),
                    clock,
                    System::nanoTime,
                    random);
            var http = HttpServer.start(settings.listen(), settings.tls(), routes.api());
            var audit = new AuditStore(database, new Seal(settings.secret().derive("audit")), clock);
            var chores = new Chores(settings.fleet(), database, deviceStore, audit, clock, random);
            return new ProvisioningServer(database, desk, http, chores.start());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
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
