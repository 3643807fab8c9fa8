// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.lab.leak.flood.Probe;
import org.ginnel.lab.leak.flood.Probes;
import org.ginnel.lab.leak.scenario.Scenario;

/// The suite's results as Markdown. Pure.
///
/// @param scenarios its rows
/// @param columns its columns
record Table(List<Scenario> scenarios, List<Column> columns) {
    private static final String NOTHING = "–";
    private static final int MOST_KINDS = 8;
    private static final Map<String, String> GROUPS = Probes.ALL.stream()
            .collect(Collectors.toMap(
                    Probe::name, probe -> "(" + probe.group().name().toLowerCase(Locale.ROOT) + ")"));

    /// Rows of leaked and offered packets, and below them what leaked, how long things took, and what else was
    /// wrong.
    String render() {
        return Stream.of(matrix(), kinds(), times(), faults())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String matrix() {
        var out = new StringBuilder("| scenario |");
        columns.forEach(column -> out.append(' ').append(column.client()).append(" |"));
        out.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
        for (var scenario : scenarios) {
            out.append("| ").append(scenario.name()).append(" |");
            columns.forEach(
                    column -> out.append(' ').append(cell(scenario, column)).append(" |"));
            out.append('\n');
        }
        return out.toString();
    }

    private static String cell(Scenario scenario, Column column) {
        var words = new ArrayList<String>();
        var played = column.played(scenario);
        if (!played.isEmpty()) {
            words.add(counts(played));
        }
        column.of(scenario).stream()
                .flatMap(result -> switch (result) {
                    case Result.Played _ -> Stream.empty();
                    case Result.NotPlayed(var why) -> Stream.of(why);
                    case Result.Broken _ -> Stream.of("broken");
                })
                .distinct()
                .forEach(words::add);
        if (played.stream().anyMatch(one -> !one.faults().isEmpty())) {
            words.add("faults");
        }
        return words.isEmpty() ? NOTHING : String.join(", ", words);
    }

    private static String counts(List<Result.Played> played) {
        var packets = played.stream().mapToLong(Result.Played::packets).sum();
        var neighbours = played.stream().mapToLong(Result.Played::toNeighbours).sum();
        var offered = played.stream().mapToLong(Result.Played::offered).sum();
        var further = played.stream().mapToLong(Result.Played::further).sum();
        var besides = Stream.of(counted(neighbours, "local"), counted(further, "further"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return grouped(packets) + (besides.isEmpty() ? "" : " (+ " + besides + ")") + " / " + grouped(offered);
    }

    private static Optional<String> counted(long packets, String of) {
        return packets == 0 ? Optional.empty() : Optional.of(grouped(packets) + " " + of);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private String kinds() {
        return list("What leaked", (scenario, column) -> {
            var kinds = new TreeMap<String, Long>();
            column.played(scenario)
                    .forEach(one -> one.leaked().forEach((kind, packets) -> kinds.merge(kind, packets, Long::sum)));
            return (kinds.size() <= MOST_KINDS ? kinds : byGroup(kinds))
                    .entrySet().stream()
                            .map(entry -> entry.getKey() + " " + grouped(entry.getValue()))
                            .collect(Collectors.joining(", "));
        });
    }

    private static Map<String, Long> byGroup(Map<String, Long> kinds) {
        var groups = new TreeMap<String, Long>();
        kinds.forEach((kind, packets) -> groups.merge(GROUPS.getOrDefault(kind, kind), packets, Long::sum));
        return groups;
    }

    private String times() {
        return list("How long it took, least and most", (scenario, column) -> {
            var times = new TreeMap<String, List<Duration>>();
            column.played(scenario)
                    .forEach(one -> one.times()
                            .forEach((what, time) -> times.computeIfAbsent(what, _ -> new ArrayList<>())
                                    .add(time)));
            return times.entrySet().stream().map(Table::spread).collect(Collectors.joining(", "));
        });
    }

    private static String spread(Map.Entry<String, List<Duration>> entry) {
        var sorted = entry.getValue().stream().sorted().toList();
        return "%s %,d to %,d ms"
                .formatted(
                        entry.getKey(),
                        sorted.getFirst().toMillis(),
                        sorted.getLast().toMillis());
    }

    private String faults() {
        return list(
                "What else was wrong",
                (scenario, column) -> column.of(scenario).stream()
                        .flatMap(result -> switch (result) {
                            case Result.Played played -> played.faults().stream();
                            case Result.Broken(var why) -> Stream.of("broken: " + why);
                            case Result.NotPlayed _ -> Stream.empty();
                        })
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    @FunctionalInterface
    private interface Words {
        String of(Scenario scenario, Column column);
    }

    private String list(String title, Words words) {
        var lines = columns.stream()
                .flatMap(column -> scenarios.stream()
                        .filter(scenario -> !words.of(scenario, column).isEmpty())
                        .map(scenario -> "* " + column.client() + ", " + scenario.name() + ": "
                                + words.of(scenario, column) + "\n"))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : title + ":\n\n" + lines;
    }
}
