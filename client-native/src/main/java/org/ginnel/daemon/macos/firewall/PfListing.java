// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.firewall;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ginnel.daemon.firewall.Refused;

/// Reads what `pfctl -s` prints. Pure.
final class PfListing {
    private static final Pattern LABEL = Pattern.compile("label \"([^\"]*)\"");

    /// Label, evaluations, packets (`pfctl_show_labels`).
    private static final Pattern COUNTED = Pattern.compile("ginnel-(\\d{1,3})-(\\d{1,5}) \\d{1,20} (\\d{1,18})\\b.*");

    private static final String CALL = "anchor \"com.apple/*\"";

    private PfListing() {}

    /// The labels of a listing or of rendered rules, in their order; a rule without one counts as a label
    /// of its own.
    static List<String> labels(String rules) {
        return rules.lines()
                .filter(line -> !line.isBlank())
                .map(line -> {
                    var label = LABEL.matcher(line);
                    return label.find() ? label.group(1) : line;
                })
                .toList();
    }

    /// Whether no rule of the main ruleset can let a packet pass before ours are asked: one that decides at
    /// once (`quick`), or an anchor of another program, which may have such.
    static boolean comeFirst(String mainRules) {
        return mainRules
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(CALL) || mayDecide(line))
                .findFirst()
                .filter(line -> line.startsWith(CALL))
                .isPresent();
    }

    private static boolean mayDecide(String line) {
        return line.startsWith("anchor") || (line.startsWith("pass") && line.contains(" quick "));
    }

    /// The packets that rules have refused, added up by paragraph.
    ///
    /// @param rules as they were rendered: which labels refuse
    /// @param labels as `pfctl -s labels` prints them
    static List<Refused> refused(String rules, String labels) {
        var refusing = labels(String.join(
                "\n", rules.lines().filter(line -> line.startsWith("block")).toList()));
        SortedMap<Integer, Long> packets = new TreeMap<>();
        labels.lines()
                .map(COUNTED::matcher)
                .filter(Matcher::matches)
                .filter(counted -> refusing.contains("ginnel-" + counted.group(1) + "-" + counted.group(2)))
                .forEach(counted ->
                        packets.merge(Integer.valueOf(counted.group(1)), Long.valueOf(counted.group(3)), Long::sum));
        return packets.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new Refused(entry.getKey(), entry.getValue()))
                .toList();
    }
}
