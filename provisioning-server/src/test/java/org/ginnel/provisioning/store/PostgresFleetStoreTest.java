// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// The same on a real PostgreSQL.
class PostgresFleetStoreTest extends FleetStoreTest {
    private static PostgresServer server;

    private Location location;

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
    @Override
    void open() {
        location = server.newDatabase();
        super.open();
    }

    @Override
    Location location() {
        return location;
    }
}
