// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Help, for people, at most 100 columns wide.
public final class HelpText {
    private static final int COLUMNS = 100;

    private final List<String> lines = new ArrayList<>();

    private HelpText() {}

    private record Entry(String name, String about) {}

    /// On everything.
    ///
    /// @param exitCodes meanings by number, in order
    public static List<String> of(Grammar grammar, Map<Integer, String> exitCodes) {
        var text = new HelpText();
        text.lines.add("Usage: ginnel [--socket PATH] COMMAND [...]");
        text.lines.add("Connects this computer to a VPN server of your operator.");
        text.heading("Commands:");
        text.entries(grammar.commands().stream()
                .map(c -> new Entry(c.name(), c.summary()))
                .toList());
        text.heading("Options:");
        text.entries(options(Grammar.general()));
        text.heading("Exit codes:");
        text.entries(exitCodes.entrySet().stream()
                .map(e -> new Entry(" ".repeat(3 - e.getKey().toString().length()) + e.getKey(), e.getValue()))
                .toList());
        text.heading("`ginnel COMMAND --help` says more about a command; docs/cli.md about all of them.");
        return text.lines;
    }

    /// On one command.
    public static List<String> of(Usage command) {
        var text = new HelpText();
        text.lines.add("Usage: ginnel " + command.name() + synopsis(command));
        text.lines.add(command.summary());
        if (!command.details().isEmpty()) {
            text.lines.add("");
            text.lines.addAll(command.details());
        }
        text.lines.add("");
        var entries = new ArrayList<Entry>();
        if (!command.about().isEmpty()) {
            entries.add(new Entry(command.word(), command.about()));
        }
        command.choices().forEach(c -> entries.add(new Entry(c.word() + " " + c.label(), c.description())));
        entries.addAll(options(Grammar.toldOf(command)));
        text.entries(entries);
        return text.lines;
    }

    private static String synopsis(Usage command) {
        var text = new StringBuilder();
        if (command.takesWord()) {
            text.append(" [").append(command.word()).append(']');
        }
        for (var option : command.options()) {
            if (!option.isHidden()) {
                text.append(" [").append(withLabel(option, option.name())).append(']');
            }
        }
        return text.toString();
    }

    private static List<Entry> options(List<Option> options) {
        return options.stream()
                .map(o -> new Entry(withLabel(o, String.join(", ", o.names())), o.description()))
                .toList();
    }

    private static String withLabel(Option option, String name) {
        return option.takesValue() ? name + " " + option.label() : name;
    }

    private void heading(String text) {
        lines.add("");
        lines.add(text);
    }

    private void entries(List<Entry> entries) {
        var width = entries.stream().mapToInt(e -> e.name().length()).max().orElse(0);
        for (var entry : entries) {
            var margin = "  " + entry.name() + " ".repeat(width - entry.name().length() + 2);
            var line = new StringBuilder(margin);
            for (var word : entry.about().split(" ", -1)) {
                if (line.length() + word.length() > COLUMNS) {
                    lines.add(line.toString().stripTrailing());
                    line = new StringBuilder(" ".repeat(margin.length()));
                }
                line.append(word).append(' ');
            }
            lines.add(line.toString().stripTrailing());
        }
    }
}
