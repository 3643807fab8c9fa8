// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The words of a `serve` as units and containers start it, read without the parser of the other commands: loading
/// that one takes a third of a start. Whatever is not plain, from a misspelt name to a file of arguments, is left to
/// it, which can say what is wrong.
final class ServeLine {
    private static final Set<String> WITH_VALUE = Set.of(
            SecretOption.FILE,
            ServeCommand.LISTEN,
            DatabaseOption.DATABASE,
            DatabaseOption.PASSWORD_FILE,
            ServersOption.FILE,
            ServeCommand.TLS_KEYSTORE,
            ServeCommand.TLS_PASSWORD_FILE,
            ProxyOption.TRUSTED,
            ProxyOption.HEADER);

    private final Map<String, List<String>> values = new HashMap<>();

    private ServeLine() {}

    /// The command, if that is plainly what was meant.
    static Optional<ServeCommand> read(List<String> words, Function<String, Optional<String>> environment) {
        var line = new ServeLine();
        return !words.isEmpty() && words.getFirst().equals("serve") && line.takes(words.subList(1, words.size()))
                ? ServeCommand.of(line, environment)
                : Optional.empty();
    }

    private boolean takes(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (word.equals(ServeCommand.DEVELOPMENT)) {
                put(name, "");
            } else if (!WITH_VALUE.contains(name)) {
                return false;
            } else if (equals >= 0) {
                put(name, word.substring(equals + 1));
            } else if (++i < words.size()) {
                put(name, words.get(i));
            } else {
                return false;
            }
        }
        return values.entrySet().stream().allMatch(option -> isPlain(option.getKey(), option.getValue()));
    }

    private void put(String name, String value) {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    private static boolean isPlain(String name, List<String> given) {
        var once = given.size() == 1 || name.equals(ProxyOption.TRUSTED);
        return once
                && (name.equals(ServeCommand.DEVELOPMENT)
                        || given.stream()
                                .flatMap(value -> List.of(value.split(",", -1)).stream())
                                .noneMatch(part -> part.isBlank() || part.startsWith("-") || part.startsWith("@")));
    }

    Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }
}
