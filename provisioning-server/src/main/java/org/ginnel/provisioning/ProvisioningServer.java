// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.ginnel.provisioning.agent.AgentDesk;
import org.ginnel.provisioning.api.Routes;
import org.ginnel.provisioning.http.HttpServer;
import org.ginnel.provisioning.key.LegacyKeys;
import org.ginnel.provisioning.provision.Provisioning;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.LeaseStore;
import org.ginnel.provisioning.store.ServerStore;

/// A running server, in this process. Closing it answers or ends what is under way and frees port and database.
public final class ProvisioningServer implements AutoCloseable {
    private final Database database;
    private final AgentDesk desk;
    private final HttpServer http;

    private ProvisioningServer(Database database, AgentDesk desk, HttpServer http) {
        this.database = database;
        this.desk = desk;
        this.http = http;
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
            var servers = new ServerStore(database);
            servers.adopt(settings.fleet());
            var desk = new AgentDesk(settings.fleet(), leases, servers);
            var provisioning = new Provisioning(settings.fleet(), leases, servers, desk, random, settings.agentWait());
            var routes = new Routes(
                    new LegacyKeys(settings.secret()),
                    settings.fleet(),
                    provisioning,
                    servers,
                    desk,
                    settings.development(),
                    settings.pollWait(),
                    clock,
                    System::nanoTime,
                    random);
            return new ProvisioningServer(
                    database, desk, HttpServer.start(settings.listen(), settings.tls(), routes.api()));
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
        desk.close();
        http.close();
        database.close();
    }
}
