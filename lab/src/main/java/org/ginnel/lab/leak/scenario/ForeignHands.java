// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ginnel.lab.LabException;
import org.ginnel.lab.leak.subject.Mending;

/// Somebody else with root's rights changes what the client set up.
final class ForeignHands {
    private static final Set<String> NOBODYS = Set.of("lo", "eth0");
    private static final Set<String> SYSTEMS = Set.of("local", "main", "default");
    private static final Set<String> SYSTEMS_RULES = Set.of("0", "32766", "32767");
    private static final Pattern TABLE = Pattern.compile(" table (\\S+)");
    private static final Pattern PREFERENCE = Pattern.compile("(?m)^(\\d+):");

    static void deleteInterface(Scene scene) throws IOException {
        for (var device : devices(scene)) {
            scene.client().run("ip", "link", "del", device).orThrow();
        }
        scene.awaitRecovery();
    }

    /// The interfaces that the client made.
    static List<String> devices(Scene scene) {
        var devices = scene.client().devices().stream()
                .filter(name -> !NOBODYS.contains(name))
                .toList();
        if (devices.isEmpty()) {
            throw new LabException("there is no interface of a tunnel");
        }
        return devices;
    }

    static void deleteTables(Scene scene) {
        mend(scene, Mending.DELETION);
    }

    static void flush(Scene scene) {
        mend(scene, Mending.FLUSH);
    }

    private static void mend(Scene scene, List<String> harm) {
        var mended = new Mending(scene.client().machine()).after(harm);
        mended.ifPresentOrElse(
                time -> scene.took("tables back", time), () -> scene.fault("the tables did not come back"));
    }

    static void flushRoutes(Scene scene) throws IOException {
        for (var family : List.of("-4", "-6")) {
            var routes = scene.client()
                    .run("ip", family, "route", "show", "table", "all")
                    .orThrow();
            TABLE.matcher(routes.out())
                    .results()
                    .map(found -> found.group(1))
                    .filter(table -> !SYSTEMS.contains(table))
                    .distinct()
                    .forEach(table -> scene.client()
                            .run("ip", family, "route", "flush", "table", table)
                            .orThrow());
        }
        scene.awaitMending();
    }

    static void deleteRules(Scene scene) throws IOException {
        for (var family : List.of("-4", "-6")) {
            PREFERENCE
                    .matcher(scene.client().run("ip", family, "rule").orThrow().out())
                    .results()
                    .map(found -> found.group(1))
                    .filter(preference -> !SYSTEMS_RULES.contains(preference))
                    .forEach(preference -> deleteRule(scene, family, preference));
        }
        scene.awaitMending();
    }

    /// The client mends meanwhile, and may take a rule away before it makes it again.
    private static void deleteRule(Scene scene, String family, String preference) {
        var deleted = scene.client().run("ip", family, "rule", "del", "pref", preference);
        if (!deleted.err().contains("No such file")) {
            deleted.orThrow();
        }
    }

    private ForeignHands() {}
}
