// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// Everything that holds on SQLite, on a real PostgreSQL.
class PostgresLeaseStoreTest extends LeaseStoreTest {
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
        location = location == null ? server.newDatabase() : location;
        super.open();
    }

    @Override
    Location location() {
        return location;
    }
}
