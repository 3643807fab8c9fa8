// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.ginnel.daemon.process.Commands;

/// `route`, `netstat` and `ifconfig` of a Mac with Wi-Fi, as far as we call them. What is not in it fails.
public final class RoutingModel implements Commands {
    private static final String HEAD = """
            Routing tables

            Internet:
            Destination        Gateway            Flags               Netif Expire
            """;

    private record Key(boolean ipv4, String destination, String scope) {}

    private record Value(String gateway, String flags, String device) {}

    private final Map<Key, Value> routes = new LinkedHashMap<>();
    private final TreeSet<String> devices = new TreeSet<>(List.of("en0", "lo0"));
    public final List<String> ran = new ArrayList<>();
    public boolean broken;

    /// Whether no route is taken away, and `route` says so.
    public boolean stubborn;

    public RoutingModel() {
        routes.put(new Key(true, "default", ""), new Value("192.168.1.1", "UGScg", "en0"));
        routes.put(new Key(true, "192.168.1.0/24", ""), new Value("link#11", "UCS", "en0"));
        routes.put(new Key(false, "default", ""), new Value("fe80::1%en0", "UGcg", "en0"));
        routes.put(new Key(false, "fe80::%en0/64", ""), new Value("link#11", "UCI", "en0"));
    }

    /// An interface comes, with what the kernel puts there itself.
    public void appear(String device) {
        devices.add(device);
        routes.put(new Key(true, "10.7.0.2", device), new Value("10.7.0.2", "UH", device));
        routes.put(new Key(false, "fe80::%" + device + "/64", ""), new Value("fe80::1%" + device, "UcI", device));
    }

    /// An interface goes, and its routes with it.
    public void vanish(String device) {
        devices.remove(device);
        routes.values().removeIf(value -> value.device().equals(device));
    }

    /// The line to the world is another one.
    public void move(String gateway) {
        routes.put(new Key(true, "default", ""), new Value(gateway, "UGScg", "en0"));
    }

    public void remove(String destination) {
        routes.keySet().removeIf(key -> key.destination().equals(destination));
    }

    /// Whether there is a route, as `DESTINATION via GATEWAY`.
    public boolean has(String destination, String gateway) {
        return routes.entrySet().stream()
                .anyMatch(route -> route.getKey().destination().equals(destination)
                        && route.getValue().gateway().equals(gateway));
    }

    @Override
    public Outcome run(Command command) {
        var argv = command.argv();
        ran.add(String.join(" ", argv));
        if (broken) {
            return new Outcome.TimedOut();
        }
        return switch (argv.getFirst()) {
            case "netstat" -> new Outcome.Exited(0, table(argv.getLast().equals("inet")), "");
            case "ifconfig" ->
                devices.contains(argv.get(1))
                        ? new Outcome.Exited(0, "", "")
                        : new Outcome.Exited(1, "", "ifconfig: interface " + argv.get(1) + " does not exist");
            case "route" -> route(argv);
            default -> throw new AssertionError("not known here: " + argv);
        };
    }

    /// `route` says what is wrong, and ends well all the same.
    private Outcome route(List<String> argv) {
        if (stubborn && argv.get(3).equals("delete")) {
            return new Outcome.Exited(1, "", "route: busy");
        }
        var scope = argv.indexOf("-ifscope");
        var key = new Key(argv.get(4).equals("-inet"), argv.get(5), scope < 0 ? "" : argv.get(scope + 1));
        switch (argv.get(3)) {
            case "delete" -> routes.remove(key);
            case "change" ->
                routes.computeIfPresent(key, (_, old) -> value(argv).orElse(old));
            case "add" -> value(argv).ifPresent(value -> routes.putIfAbsent(key, value));
            default -> throw new AssertionError(argv);
        }
        return new Outcome.Exited(0, "", "");
    }

    private Optional<Value> value(List<String> argv) {
        var device = argv.indexOf("-interface");
        if (device > 0) {
            var name = argv.get(device + 1);
            var flags = argv.contains("-ifscope") ? "UScI" : "USc";
            return devices.contains(name) ? Optional.of(new Value(name, flags, name)) : Optional.empty();
        }
        if (argv.getLast().equals("-reject") || argv.getLast().equals("-blackhole")) {
            return Optional.of(new Value(argv.get(6), argv.getLast().equals("-reject") ? "UGRS" : "UGHSB", "lo0"));
        }
        return Optional.of(new Value(argv.get(argv.indexOf("-gateway") + 1), "UGHS", "en0"));
    }

    /// All routes of both families.
    public String table() {
        return table(true) + table(false);
    }

    /// Zeros at the end are left out, as the real one does.
    private String table(boolean ipv4) {
        var text = new StringBuilder(HEAD);
        routes.forEach((key, value) -> {
            if (key.ipv4() == ipv4) {
                text.append("%-18s %-18s %-19s %s\n"
                        .formatted(shortened(key.destination()), value.gateway(), value.flags(), value.device()));
            }
        });
        return text.toString();
    }

    private static String shortened(String destination) {
        return switch (destination) {
            case "0.0.0.0/1" -> "0/1";
            case "128.0.0.0/1" -> "128.0/1";
            case "192.168.1.0/24" -> "192.168.1/24";
            case "192.0.2.0/24" -> "192.0.2/24";
            default -> Objects.requireNonNull(destination);
        };
    }
}
