// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ginnel.lab.Client;
import org.ginnel.lab.Lab;
import org.ginnel.lab.LabException;
import org.ginnel.lab.net.Wiring;

/// Makes of the client of a lab what it was, whatever programs did to it.
final class Tidy {
    private static final Pattern TABLE = Pattern.compile(" table (\\S+)");
    private static final List<String> OWN_DEVICES = List.of("lo", "eth0");

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Client client;
    private final String resolvConf;
    private final String before;

    private Tidy(Client client) throws IOException {
        this.client = client;
        this.resolvConf = Files.readString(client.machine().etc().resolve("resolv.conf"));
        this.before = client.snapshot();
    }

    /// Remembers how things are now, before anything has run.
    static Tidy of(Lab lab) throws IOException {
        return new Tidy(lab.client());
    }

    /// What is not as it was, line by line.
    List<String> differences() throws IOException {
        var now = client.snapshot();
        var differences = new ArrayList<String>();
        without(before, now).forEach(line -> differences.add("gone: " + line));
        without(now, before).forEach(line -> differences.add("left: " + line));
        return differences;
    }

    private static List<String> without(String one, String other) {
        var others = other.lines().toList();
        return one.lines().filter(line -> !others.contains(line)).toList();
    }

    /// Puts everything back.
    ///
    /// @param spared processes that live on
    /// @throws LabException when something could not be put back
    void restore(Predicate<ProcessHandle> spared) throws IOException {
        for (var process : client.machine().inhabitants()) {
            if (!spared.test(process)) {
                process.destroyForcibly();
                process.onExit().orTimeout(2, TimeUnit.SECONDS).join();
            }
        }
        client.run("nft", "flush", "ruleset").orThrow();
        client.devices().stream()
                .filter(device -> !OWN_DEVICES.contains(device))
                .forEach(device -> client.run("ip", "link", "del", device));
        client.run("ip", "link", "set", "eth0", "down").orThrow();
        client.run("ip", "addr", "flush", "dev", "eth0").orThrow();
        List.of("-4", "-6").forEach(this::forgetRoutes);
        client.machine().ip(Wiring.client());
        client.machine().sysctl("net/ipv4/conf/all/src_valid_mark", 0);
        Files.writeString(client.machine().etc().resolve("resolv.conf"), resolvConf);
        awaitSame();
    }

    /// The card has its carrier a moment after it is up.
    private void awaitSame() throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var differences = differences();
        while (!differences.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new LabException("the client could not be made clean again: " + String.join("; ", differences));
            }
            differences = differences();
        }
    }

    private void forgetRoutes(String family) {
        TABLE.matcher(client.run("ip", family, "route", "show", "table", "all").out())
                .results()
                .map(found -> found.group(1))
                .filter(table -> !table.equals("local"))
                .distinct()
                .forEach(table -> client.run("ip", family, "route", "flush", "table", table));
        client.run("ip", family, "route", "flush", "table", "main");
        client.run("ip", family, "rule", "flush").orThrow();
        client.run("ip", family, "rule", "add", "pref", "32766", "table", "main")
                .orThrow();
        if (family.equals("-4")) {
            client.run("ip", family, "rule", "add", "pref", "32767", "table", "default")
                    .orThrow();
        }
    }
}
