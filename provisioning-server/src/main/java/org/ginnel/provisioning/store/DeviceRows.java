// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.device.Device;
import org.ginnel.provisioning.device.DeviceKey;
import org.ginnel.wireguard.PublicKey;
import org.jspecify.annotations.Nullable;

/// The statements on devices and their keys, to be put together inside one transaction.
final class DeviceRows {
    private static final String SELECT = "SELECT d.id, d.user_id, d.name, d.tier, d.created_at,"
            + " k.public_key, k.slot, k.preshared_key IS NOT NULL, k.created_at, k.valid_until, k.ended_at"
            + " FROM device d JOIN device_key k ON k.device_id = d.id ";
    private static final String ORDER = " ORDER BY d.created_at, d.id, k.valid_until DESC";

    private DeviceRows() {}

    static List<Device> ofUser(Sql sql, String user) {
        return join(sql.list(SELECT + "WHERE d.user_id = ?" + ORDER, DeviceRows::read, user));
    }

    static Optional<Device> find(Sql sql, String user, String id) {
        return join(sql.list(SELECT + "WHERE d.id = ? AND d.user_id = ?" + ORDER, DeviceRows::read, id, user)).stream()
                .findFirst();
    }

    static List<Device> withKeysEndingBefore(Sql sql, long time) {
        return join(sql.list(
                SELECT + "WHERE d.id IN (SELECT device_id FROM device_key WHERE valid_until <= ?)" + ORDER,
                DeviceRows::read,
                time));
    }

    /// Devices whose key in use was made at that time or before, and that nothing was said or done about yet.
    ///
    /// @param mark the column that is set once it is
    static List<Device> withKeysOlderThan(Sql sql, long time, String mark, int most) {
        return join(sql.list(
                SELECT + "WHERE k.valid_until IS NULL AND k.created_at <= ? AND k." + mark + " IS NULL" + ORDER
                        + " LIMIT ?",
                DeviceRows::read,
                time,
                most));
    }

    static void mark(Sql sql, PublicKey key, String mark, long now) {
        sql.update("UPDATE device_key SET " + mark + " = ? WHERE public_key = ?", now, key.bytes());
    }

    static String owner(String id) {
        return "device:" + id;
    }

    static Optional<String> idOfKey(Sql sql, PublicKey key) {
        return sql.first("SELECT device_id FROM device_key WHERE public_key = ?", row -> row.getString(1), key.bytes());
    }

    static void insert(Sql sql, Device device) {
        sql.update(
                "INSERT INTO device (id, user_id, name, tier, created_at) VALUES (?, ?, ?, ?, ?)",
                device.id(),
                device.user(),
                device.name(),
                device.tier(),
                device.createdAt().toEpochMilli());
    }

    static void insertKey(Sql sql, String deviceId, DeviceKey key) {
        sql.update(
                "INSERT INTO device_key (device_id, public_key, slot, created_at) VALUES (?, ?, ?, ?)",
                deviceId,
                key.publicKey().bytes(),
                key.slot(),
                key.createdAt().toEpochMilli());
    }

    static void deleteKey(Sql sql, PublicKey key) {
        sql.update("DELETE FROM device_key WHERE public_key = ?", key.bytes());
    }

    static void delete(Sql sql, String id) {
        sql.update("DELETE FROM device_key WHERE device_id = ?", id);
        sql.update("DELETE FROM device WHERE id = ?", id);
    }

    /// One row for each key: they follow each other, the one in use before the one that ends.
    private static List<Device> join(List<Row> rows) {
        var devices = new LinkedHashMap<String, Device>();
        rows.stream()
                .filter(row -> row.key().validUntil().isEmpty())
                .forEach(row -> devices.put(row.device().id(), row.device()));
        rows.stream()
                .filter(row -> row.key().validUntil().isPresent())
                .forEach(row ->
                        devices.computeIfPresent(row.device().id(), (id, device) -> withPrevious(device, row.key())));
        return List.copyOf(devices.values());
    }

    private static Device withPrevious(Device device, DeviceKey previous) {
        return new Device(
                device.id(),
                device.user(),
                device.name(),
                device.tier(),
                device.createdAt(),
                device.key(),
                Optional.of(previous));
    }

    private static Row read(ResultSet row) throws SQLException {
        var key = new DeviceKey(
                PublicKey.of(row.getBytes(6)),
                row.getInt(7),
                row.getBoolean(8),
                Instant.ofEpochMilli(row.getLong(9)),
                time(row.getObject(10)),
                time(row.getObject(11)));
        var created = Instant.ofEpochMilli(row.getLong(5));
        return new Row(
                new Device(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        created,
                        key,
                        Optional.empty()),
                key);
    }

    static Optional<Instant> time(@Nullable Object millis) {
        return millis instanceof Number number
                ? Optional.of(Instant.ofEpochMilli(number.longValue()))
                : Optional.empty();
    }

    private record Row(Device device, DeviceKey key) {}
}
