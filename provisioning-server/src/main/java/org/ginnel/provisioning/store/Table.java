// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table and its columns, for copying whole databases.
record Table(String name, List<String> columns) {
    /// All of them, in an order in which what is referred to comes first.
    static final List<Table> ALL = List.of(
            of("server", "id ipv4 ipv6 public_key revision last_slot"),
            of(
                    "lease",
                    "client_name server_id user_id device device_name slot public_key preshared_key revision confirmed"
                            + " created_at revoked_at"),
            of("counter", "name value"),
            of("peer", "scope public_key preshared_key allowed_ips owner revision changed_at"),
            of("device", "id user_id name tier created_at"),
            of("device_key", "device_id public_key preshared_key slot created_at valid_until warned_at ended_at"),
            of(
                    "token",
                    "id secret_hash user_id tier scopes name created_at expires_at last_used_at revoked_at revision"),
            of("audit", "seq at actor action subject detail hash"),
            of("audit_checkpoint", "seq at seal"),
            of("webhook", "url delivered_seq"),
            of("dead_letter", "url seq at why"),
            of("gateway_state", "server_id applied_revision heard_at load_percent"),
            of("fleet", "id document revision applied_at"),
            of("account", "user_id tier max_devices suspended listed revision"),
            of("peer_use", "server_id public_key received sent handshake_at"),
            of("usage_day", "owner day received sent handshake_at"),
            of("second_factor", "user_id secret last_step created_at"),
            of("recovery_code", "user_id hash"),
            of("admin_session", "hash token_id user_id expires_at"));

    private static Table of(String name, String columns) {
        return new Table(name, List.of(columns.split(" ", -1)));
    }

    String select() {
        return "SELECT " + String.join(", ", columns) + " FROM " + name;
    }

    String insert() {
        return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    @Nullable
    Object[] values(ResultSet row) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        for (int i = 1; i <= columns.size(); i++) {
            values.add(row.getObject(i));
        }
        return values.toArray();
    }
}
