// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.dns;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// A registry of two levels: keys, and values in them.
public final class RegistryModel implements Registry {
    final Map<String, Map<String, Value>> keys = new TreeMap<>();
    final Map<String, Integer> failures = new HashMap<>();
    final Map<String, String> told = new TreeMap<>();
    int flushes;

    @Override
    public int set(String key, String name, Value value) {
        int code = failures.getOrDefault(name, 0);
        if (code == 0) {
            keys.computeIfAbsent(key, _ -> new TreeMap<>()).put(name, value);
        }
        return code;
    }

    @Override
    public Optional<Value> get(String key, String name) {
        return Optional.ofNullable(keys.get(key)).map(values -> values.get(name));
    }

    /// A key without values stays, as it does there.
    @Override
    public int deleteValue(String key, String name) {
        var values = keys.get(key);
        return values != null && values.remove(name) != null ? 0 : NONE;
    }

    @Override
    public int deleteKey(String key) {
        return failures.getOrDefault("deleteKey", keys.remove(key) == null ? NONE : 0);
    }

    @Override
    public int tell(UUID networkInterface, boolean ipv4, String servers, String search) {
        int code = failures.getOrDefault(ipv4 ? "tell4" : "tell6", 0);
        if (code == 0) {
            var key = networkInterface + (ipv4 ? " ipv4" : " ipv6");
            told.remove(key);
            if (!servers.isEmpty()) {
                told.put(key, servers + " " + search);
            }
            keep(networkInterface, ipv4, Map.of("NameServer", servers, "SearchList", search));
        }
        return code;
    }

    private void keep(UUID networkInterface, boolean ipv4, Map<String, String> values) {
        var key = "SYSTEM\\CurrentControlSet\\Services\\%s\\Parameters\\Interfaces\\{%s}"
                .formatted(ipv4 ? "Tcpip" : "Tcpip6", networkInterface);
        var there = keys.computeIfAbsent(key, _ -> new TreeMap<>());
        values.forEach((name, text) -> there.put(name, new Value.Text(text)));
    }

    @Override
    public void flushNames() {
        flushes++;
    }
}
