// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ginnel.daemon.macos.MacNames;
import org.ginnel.daemon.process.Commands;

/// `pfctl` as its manual describes it, as far as we call it: one anchor, the main ruleset, references and
/// states. What is not in it fails.
public final class PfctlModel implements Commands {
    static final String STOCK = "scrub-anchor \"com.apple/*\" all fragment reassemble\nanchor \"com.apple/*\" all\n";

    String mainRules = STOCK;
    public String anchor = "";
    public final TreeSet<Long> tokens = new TreeSet<>();
    final List<String> ran = new ArrayList<>();
    public boolean enabled;
    private long nextToken = 1_000;

    @Override
    public Outcome run(Command command) {
        var line = String.join(" ", command.argv());
        ran.add(line);
        var ours = " -a " + MacNames.ANCHOR;
        if (line.equals("pfctl -onone -E" + ours + " -f -")) {
            anchor = listed(command.stdin());
            enabled = true;
            tokens.add(nextToken);
            return said("", "No ALTQ support in kernel\npf enabled\nToken : " + nextToken++ + "\n");
        } else if (line.equals("pfctl -onone" + ours + " -f -")) {
            anchor = listed(command.stdin());
            return said("", "No ALTQ support in kernel\n");
        } else if (line.equals("pfctl" + ours + " -F rules")) {
            anchor = "";
            return said("", "rules cleared\n");
        } else if (line.equals("pfctl -F states")) {
            return said("", "states cleared\n");
        } else if (line.equals("pfctl" + ours + " -s rules")) {
            return said(anchor, "");
        } else if (line.equals("pfctl -s rules")) {
            return said(mainRules, "");
        } else if (line.equals("pfctl -s info")) {
            return said("Status: " + (enabled ? "Enabled" : "Disabled") + "    Debug: Urgent\n", "");
        } else if (line.equals("pfctl -s References")) {
            return said(
                    tokens.stream().map(token -> "42 ginneld " + token + " 0\n").collect(Collectors.joining()), "");
        } else if (line.startsWith("pfctl -X ")) {
            return released(Long.parseLong(line.substring("pfctl -X ".length())));
        }
        throw new AssertionError("pfctl is not known to do this: " + line);
    }

    private Outcome released(long token) {
        var known = tokens.remove(token);
        enabled = enabled && !tokens.isEmpty();
        return known ? said("", "disable request successful\n") : new Outcome.Exited(1, "", "pfctl: no such token\n");
    }

    /// As rules are listed: without comments.
    private static String listed(String rules) {
        return rules.lines().map(rule -> rule.replaceAll(" #.*", "") + "\n").collect(Collectors.joining());
    }

    private static Outcome said(String stdout, String stderr) {
        return new Outcome.Exited(0, stdout, stderr);
    }

    /// Somebody runs `pfctl -d`: all references are void (`DIOCSTOP`).
    void disable() {
        enabled = false;
        tokens.clear();
    }

    /// How often a command ran that has these words.
    long count(String words) {
        return ran.stream().filter(line -> line.contains(words)).count();
    }
}
