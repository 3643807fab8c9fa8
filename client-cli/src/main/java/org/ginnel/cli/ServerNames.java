// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ginnel.cli.grammar.Nearest;
import org.ginnel.relay.Server;

/// Finds the server that a person means: by id or city, whatever the case, accents, spaces and hyphens.
final class ServerNames {
    private static final int SUGGESTIONS = 3;

    private ServerNames() {}

    /// What a word may turn out to be.
    sealed interface Meaning {
        /// Exactly this one.
        record One(Server server) implements Meaning {}

        /// One of these, and nobody can tell which.
        record Several(List<Server> servers) implements Meaning {}

        /// None, but perhaps one of `nearest` is meant, the likeliest first.
        record None(List<Server> nearest) implements Meaning {}
    }

    static Meaning meaningOf(String word, List<Server> servers) {
        var byId = servers.stream().filter(s -> s.id().equals(word)).toList();
        if (byId.size() == 1) {
            return new Meaning.One(byId.getFirst());
        }
        var folded = fold(word);
        var fitting = servers.stream()
                .filter(s -> !folded.isEmpty()
                        && (fold(s.id()).equals(folded) || fold(s.name()).equals(folded)))
                .toList();
        return switch (fitting.size()) {
            case 0 -> new Meaning.None(nearest(folded, servers));
            case 1 -> new Meaning.One(fitting.getFirst());
            default -> new Meaning.Several(fitting);
        };
    }

    private static List<Server> nearest(String folded, List<Server> servers) {
        var furthest = Math.max(1, folded.length() / 3);
        record Near(Server server, int distance) {}
        return servers.stream()
                .map(s -> new Near(s, distance(folded, s)))
                .filter(n -> n.distance() <= furthest)
                .sorted(Comparator.comparingInt(Near::distance))
                .limit(SUGGESTIONS)
                .map(Near::server)
                .toList();
    }

    private static int distance(String folded, Server server) {
        if (folded.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        var id = fold(server.id());
        var name = fold(server.name());
        if (id.startsWith(folded)
                || name.startsWith(folded)
                || fold(server.country()).equals(folded)) {
            return 0;
        }
        return Math.min(Nearest.edits(folded, id), Nearest.edits(folded, name));
    }

    /// Letters and digits only, lower case, without accents.
    private static String fold(String text) {
        var shortened = text.length() > 128 ? text.substring(0, 128) : text;
        return Normalizer.normalize(shortened, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
