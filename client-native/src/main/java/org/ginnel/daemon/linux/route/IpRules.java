// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome.Exited;

/// Which of our rules and routes stand in one family, as `ip` lists them.
///
/// @param priorities of our rules that stand
/// @param routes whether our table has any
record IpRules(Set<Integer> priorities, boolean routes) {
    private static final Set<Integer> OURS =
            Set.of(LinuxNames.RULE_FROM_TUNNEL, LinuxNames.RULE_MAIN_SPECIFIC, LinuxNames.RULE_UNMARKED);

    /// Asks; empty when `ip` does not say.
    static Optional<IpRules> read(Commands commands, Family family) {
        var rules = commands.run(Command.of("ip", "-json", family.option(), "rule", "show"));
        if (!(rules instanceof Exited(var code, var listed, var _)) || code != 0) {
            return Optional.empty();
        }
        var table = commands.run(
                Command.of("ip", family.option(), "route", "show", "table", Integer.toString(LinuxNames.ROUTE_TABLE)));
        // A table that does not exist is an error to `ip`, and no routes to us.
        var routes = table instanceof Exited(var shown, var lines, var _) && shown == 0 && !lines.isBlank();
        return priorities(listed).map(priorities -> new IpRules(priorities, routes));
    }

    private static Optional<Set<Integer>> priorities(String listed) {
        try {
            Set<Integer> found = new TreeSet<>();
            new ObjectMapper()
                    .readTree(listed)
                    .forEach(rule -> found.add(rule.path("priority").asInt()));
            found.retainAll(OURS);
            return Optional.of(found);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /// Whether nothing of ours stands.
    boolean isClean() {
        return priorities.isEmpty() && !routes;
    }

    /// Whether everybody's packets are led into the tunnel.
    boolean divert() {
        return priorities.containsAll(OURS) && routes;
    }
}
