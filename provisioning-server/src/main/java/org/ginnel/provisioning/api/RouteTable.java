// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Which path is answered by what. A route may have names in braces, each of which stands for one part of a path:
/// `/api/v1/devices/{id}`.
final class RouteTable {
    private final Map<String, Map<String, Function<Call, Answer>>> routes = new LinkedHashMap<>();
    private final Map<Integer, List<String>> named = new HashMap<>();

    void add(String method, String template, Function<Call, Answer> endpoint) {
        routes.computeIfAbsent(template, _ -> new LinkedHashMap<>()).put(method, endpoint);
        if (template.contains("{")) {
            var sameLength = named.computeIfAbsent(parts(template).size(), _ -> new ArrayList<>());
            if (!sameLength.contains(template)) {
                sameLength.add(template);
            }
        }
    }

    /// Every route as `METHOD template`.
    List<String> all() {
        return routes.entrySet().stream()
                .flatMap(route -> route.getValue().keySet().stream().map(method -> method + " " + route.getKey()))
                .toList();
    }

    Optional<Found> find(String path) {
        var exact = routes.get(path);
        if (exact != null && !path.contains("{")) {
            return Optional.of(new Found(path, Map.of(), exact));
        }
        var parts = parts(path);
        return named.getOrDefault(parts.size(), List.of()).stream()
                .flatMap(template -> match(template, parts).stream())
                .findFirst();
    }

    private Optional<Found> match(String template, List<String> parts) {
        var parameters = new HashMap<String, String>();
        var expected = parts(template);
        for (int i = 0; i < parts.size(); i++) {
            var part = expected.get(i);
            if (part.startsWith("{")) {
                parameters.put(part.substring(1, part.length() - 1), parts.get(i));
            } else if (!part.equals(parts.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Found(template, parameters, routes.getOrDefault(template, Map.of())));
    }

    private static List<String> parts(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    /// @param template what is safe to log
    record Found(String template, Map<String, String> parameters, Map<String, Function<Call, Answer>> methods) {}
}
