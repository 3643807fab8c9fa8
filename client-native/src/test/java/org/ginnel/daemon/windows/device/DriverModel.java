// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.device;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// WireGuardNT as `wireguard.h` describes it, as far as we call it: it understands the bytes that it is told, and
/// servers shake hands at once, unless it is told otherwise.
public final class DriverModel implements AdapterDriver {
    /// Of a handshake that was long ago.
    private static final long SOME_TIME = 116_444_736_000_000_001L;

    final List<String> calls = new ArrayList<>();
    final Map<String, Integer> failures = new HashMap<>();
    boolean missing;
    private boolean answering = true;
    int adapters;
    private long next = 0x0035_0000_0100_0000L;

    /// Whether servers shake hands.
    public void answer(boolean answering) {
        this.answering = answering;
    }

    /// Whether adapters come up.
    public void refuse(boolean refusing) {
        failures.remove("up");
        if (refusing) {
            failures.put("up", 5);
        }
    }

    @Override
    public Made create(String name, String tunnelType, UUID guid) {
        calls.add("create " + name);
        if (missing) {
            return new Made.Missing();
        }
        if (failures.containsKey("create")) {
            return new Made.Refused(failures.get("create"));
        }
        adapters++;
        return new Made.Done(new Modelled(next++));
    }

    private final class Modelled implements Adapter {
        private final long luid;
        private byte[] config = ConfigBytes.blank();

        Modelled(long luid) {
            this.luid = luid;
        }

        @Override
        public long luid() {
            return luid;
        }

        /// As the driver does, it refuses what does not add up.
        @Override
        public int configure(byte[] told) {
            var bytes = ByteBuffer.wrap(told).order(ByteOrder.LITTLE_ENDIAN);
            var size = ConfigBytes.INTERFACE;
            for (var peer = 0; peer < bytes.getInt(ConfigBytes.INTERFACE_PEERS); peer++) {
                size += ConfigBytes.PEER + ConfigBytes.ALLOWED_IP * bytes.getInt(size + ConfigBytes.PEER_ALLOWED_IPS);
            }
            if (size != told.length) {
                return 87;
            }
            var isUpdate = (bytes.getInt(0) & ConfigBytes.REPLACE_PEERS) == 0;
            calls.add(isUpdate ? "update" : "configure " + bytes.getInt(ConfigBytes.INTERFACE_PEERS));
            config = isUpdate ? config : told.clone();
            return failures.getOrDefault("configure", 0);
        }

        @Override
        public int raise(boolean up) {
            calls.add(up ? "up" : "down");
            return up ? failures.getOrDefault("up", 0) : 0;
        }

        @Override
        public Read configuration() {
            var told = ByteBuffer.wrap(config.clone()).order(ByteOrder.LITTLE_ENDIAN);
            if (answering && told.getInt(ConfigBytes.INTERFACE_PEERS) > 0) {
                told.putLong(ConfigBytes.INTERFACE + ConfigBytes.PEER_HANDSHAKE, SOME_TIME);
            }
            return new Read.Bytes(told);
        }

        @Override
        public void close() {
            adapters--;
        }
    }
}
