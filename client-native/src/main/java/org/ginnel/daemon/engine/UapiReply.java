// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ginnel.daemon.device.DeviceStatus;

/// What WireGuard's UAPI socket answered. Keys of the device are dropped as it is read.
final class UapiReply {
    private final Map<String, String> values = new HashMap<>();

    private UapiReply() {}

    /// Of several peers the last one counts; we make one.
    static UapiReply parse(String text) {
        var reply = new UapiReply();
        text.lines().forEach(line -> {
            var equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("private_key=") && !line.startsWith("preshared_key=")) {
                reply.values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        return reply;
    }

    /// Why it was refused; empty when it was not.
    Optional<String> refusal() {
        var errno = values.getOrDefault("errno", "absent");
        return errno.equals("0") ? Optional.empty() : Optional.of("errno=" + errno);
    }

    /// Empty when there is no peer, or no sense in it.
    Optional<DeviceStatus> status() {
        return number("last_handshake_time_sec")
                .flatMap(seconds -> number("last_handshake_time_nsec")
                        .flatMap(nanos -> number("rx_bytes")
                                .flatMap(rx -> number("tx_bytes")
                                        .map(tx -> new DeviceStatus(instant(seconds, nanos), rx, tx)))));
    }

    private static Optional<Instant> instant(long seconds, long nanos) {
        return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds, nanos));
    }

    private Optional<Long> number(String key) {
        var text = values.getOrDefault(key, "");
        return text.matches("\\d{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
