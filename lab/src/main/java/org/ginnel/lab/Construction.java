// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ginnel.lab.gateway.Gateway;
import org.ginnel.lab.link.Conditions;
import org.ginnel.lab.link.Link;
import org.ginnel.lab.machine.AtOnce;
import org.ginnel.lab.machine.Machine;
import org.ginnel.lab.machine.Work;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.net.Addresses.OfGateway;
import org.ginnel.lab.net.Rules;
import org.ginnel.lab.net.Wiring;
import org.ginnel.lab.service.Printer;
import org.ginnel.lab.service.Resolver;
import org.ginnel.lab.service.Target;
import org.ginnel.lab.service.Zone;

/// The parts of a lab, and the order in which they are put together and taken apart.
final class Construction implements AutoCloseable {
    private static final Path DIRECTORY = Path.of("/run/lab");

    private final LabPlan plan;
    private final List<OfGateway> addresses;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Map<String, Machine> machines = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, Resolver> resolvers = new LinkedHashMap<>();
    private final List<Gateway> gateways = new ArrayList<>();

    private Construction(LabPlan plan) {
        this.plan = plan;
        this.addresses = plan.addresses();
    }

    static Construction of(LabPlan plan) throws IOException {
        var built = new Construction(plan);
        try {
            built.makeMachines();
            built.startGateways();
            built.layCables();
            built.openServices();
            return built;
        } catch (IOException | RuntimeException e) {
            try (built) {
                throw e;
            }
        }
    }

    private void makeMachines() throws IOException {
        Files.createDirectories(DIRECTORY);
        writeNames(Path.of("/etc"));
        var names = new ArrayList<>(List.of("internet", "home", "client", "target", "api"));
        addresses.forEach(gateway -> names.add(gateway.machine()));
        var works = names.stream()
                .map(name -> (Work<Machine>) () -> Machine.create(DIRECTORY, name, name.equals("client")))
                .toList();
        for (var machine : AtOnce.all(works)) {
            machines.put(machine.name(), machine);
            parts.push(machine);
        }
        for (var machine : machines.values()) {
            withoutWaiting(machine);
        }
    }

    /// Addresses are usable at once (no search for duplicates), and routers take any way back.
    private static void withoutWaiting(Machine machine) throws IOException {
        for (var scope : List.of("all", "default")) {
            machine.sysctl("net/ipv6/conf/" + scope + "/accept_dad", 0);
            machine.sysctl("net/ipv6/conf/" + scope + "/dad_transmits", 0);
            machine.sysctl("net/ipv4/conf/" + scope + "/rp_filter", 0);
        }
    }

    private void startGateways() throws IOException {
        var random = new SecureRandom();
        gateways.addAll(AtOnce.all(addresses.stream()
                .map(gateway -> (Work<Gateway>) () -> Gateway.start(machine(gateway.machine()), gateway, random))
                .toList()));
    }

    private void layCables() throws IOException {
        var random = new Random();
        for (int i = 0; i < addresses.size(); i++) {
            var gateway = addresses.get(i);
            var weather = Conditions.roundTrip(plan.gateways().get(i).roundTrip());
            var machine = machine(gateway.machine());
            var link = new Link(machine("internet"), gateway.linkName(), machine, "eth0", weather, random);
            links.put(gateway.machine(), link);
            parts.push(link);
        }
        forward("internet");
        forward("home");
        machine("internet").ip(Wiring.internet(addresses));
        machine("home").ip(Wiring.home());
        machine("client").ip(Wiring.client());
        machine("target").ip(Wiring.target());
        machine("api").ip(Wiring.api());
        machine("home").nft(Rules.home(addresses));
        AtOnce.all(gateways.stream().map(gateway -> connecting(gateway)).toList());
    }

    private static Work<Gateway> connecting(Gateway gateway) {
        return () -> {
            gateway.connect();
            return gateway;
        };
    }

    private void forward(String router) throws IOException {
        machine(router).sysctl("net/ipv4/ip_forward", 1);
        machine(router).sysctl("net/ipv6/conf/all/forwarding", 1);
        machine(router).sysctl("net/ipv6/conf/default/forwarding", 1);
    }

    private void openServices() throws IOException {
        var home = Zone.of("home", Addresses.HOME4, Addresses.HOME6);
        resolver("home", home, Addresses.HOME4, Addresses.HOME6);
        for (var gateway : gateways) {
            var at = gateway.addresses();
            var zone = Zone.of(at.machine(), at.exit4(), at.exit6());
            resolver(at.machine(), zone, Gateway.TUNNEL4, Gateway.TUNNEL6);
        }
        resolver(
                "target",
                Zone.of("target", Addresses.TARGET4, Addresses.TARGET6),
                Addresses.TARGET4,
                Addresses.TARGET6);
        parts.push(new Target(machine("target")));
        parts.push(new Printer(machine("home"), Addresses.PRINTER4, Addresses.PRINTER6));
        var etc = machine("client").etc();
        Files.writeString(etc.resolve("resolv.conf"), "nameserver " + Addresses.HOME4 + "\n");
        Files.writeString(etc.resolve("hosts"), "127.0.0.1 localhost\n::1 localhost\n");
    }

    /// The machines other than the client have no resolver: they find each other in a file.
    private static void writeNames(Path etc) throws IOException {
        Files.writeString(etc.resolve("nsswitch.conf"), "passwd: files\ngroup: files\nhosts: files dns\n");
        Files.writeString(etc.resolve("hosts"), """
                127.0.0.1 localhost
                ::1 localhost
                %1$s %3$s
                %2$s %3$s
                """.formatted(Addresses.API4, Addresses.API6, Addresses.API_NAME));
    }

    private void resolver(String name, Zone zone, String... addresses) throws IOException {
        var resolver = new Resolver(machine(name), zone, addresses);
        resolvers.put(name, resolver);
        parts.push(resolver);
    }

    private Machine machine(String name) {
        return java.util.Objects.requireNonNull(machines.get(name), name);
    }

    LabPlan plan() {
        return plan;
    }

    Map<String, Machine> machines() {
        return machines;
    }

    Map<String, Link> links() {
        return links;
    }

    Map<String, Resolver> resolvers() {
        return resolvers;
    }

    List<Gateway> gateways() {
        return List.copyOf(gateways);
    }

    /// In the reverse order of making; what fails does not keep the rest from being taken down.
    @Override
    public void close() throws IOException {
        IOException failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                failure = failure == null ? new IOException("a part of the lab did not come down", e) : failure;
                failure.addSuppressed(e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        removeFiles();
    }

    private static void removeFiles() throws IOException {
        try (var files = Files.walk(DIRECTORY)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(DIRECTORY)) {
                    Files.delete(file);
                }
            }
        }
    }
}
