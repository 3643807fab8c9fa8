// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.dns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ginnel.daemon.process.Commands;

/// `scutil` as its manual describes it, as far as we speak to it. It always ends with 0.
public final class ScutilModel implements Commands {
    public final Map<String, Map<String, List<String>>> store = new TreeMap<>();
    final List<String> told = new ArrayList<>();
    boolean deaf;
    boolean missing;

    @Override
    public Outcome run(Command command) {
        if (!command.argv().equals(List.of("scutil"))) {
            throw new AssertionError("not known here: " + command);
        }
        told.add(command.stdin());
        if (missing) {
            return new Outcome.Missing();
        }
        var said = new StringBuilder();
        Map<String, List<String>> dictionary = new LinkedHashMap<>();
        for (var line : command.stdin().lines().toList()) {
            var words = List.of(line.split(" ", -1));
            switch (words.getFirst()) {
                case "d.init" -> dictionary.clear();
                case "d.add" -> dictionary.put(words.get(1), values(words));
                case "set" -> {
                    if (!deaf) {
                        store.put(words.get(1), Map.copyOf(dictionary));
                    }
                }
                case "remove" -> {
                    if (store.remove(words.get(1)) == null) {
                        said.append("  No such key\n");
                    }
                }
                case "show" -> said.append(shown(words.get(1)));
                case "quit" -> {}
                default -> throw new AssertionError("not known to scutil: " + line);
            }
        }
        return new Outcome.Exited(0, said.toString(), "");
    }

    private static List<String> values(List<String> words) {
        if (!words.get(2).equals("*")) {
            throw new AssertionError("not an array: " + words);
        }
        var isNumber = words.get(3).equals("#");
        return words.subList(isNumber ? 4 : 3, words.size()).stream()
                .map(word -> word.equals("\"\"") ? "" : word)
                .toList();
    }

    private String shown(String key) {
        if (!store.containsKey(key)) {
            return "  No such key\n";
        }
        var text = new StringBuilder("<dictionary> {\n");
        new TreeMap<>(store.get(key)).forEach((name, values) -> {
            text.append("  ").append(name).append(" : <array> {\n");
            for (var i = 0; i < values.size(); i++) {
                text.append("    ")
                        .append(i)
                        .append(" : ")
                        .append(values.get(i))
                        .append('\n');
            }
            text.append("  }\n");
        });
        return text.append("}\n").toString();
    }
}
