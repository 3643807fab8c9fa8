// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.cli.text.Printable;
import org.ginnel.cli.text.TunnelWords;
import org.ginnel.relay.Server;

/// What commands that name a server have in common, and those that change a list: what they are told is one of
/// it, or it is said why not.
final class Change {
    private static final int MOST_NAMES = 5;

    private Change() {}

    /// The server that a person means.
    ///
    /// @param where says where all of them can be seen
    static Server named(String word, List<Server> servers, String where) throws Failure {
        return switch (ServerNames.meaningOf(word, servers)) {
            case ServerNames.Meaning.One(var server) -> server;
            case ServerNames.Meaning.Several(var several) ->
                throw noSuch(
                        "Several servers are called " + Printable.fit(word, 40) + ".",
                        "They are " + names(several) + ".",
                        "Name one by its id, such as " + several.getFirst().id() + ".");
            case ServerNames.Meaning.None(var nearest) ->
                throw noSuch(
                        "There is no server " + Printable.fit(word, 40) + ".",
                        "None of " + servers.size() + " has that id or city.",
                        nearest.isEmpty() ? where : "Did you mean " + names(nearest) + "? " + where);
        };
    }

    /// Refuses other words than none, or one of these and another.
    ///
    /// @param takes which they are, for people
    static void check(List<String> words, List<String> verbs, String command, String takes) throws Failure {
        if (words.isEmpty() || (words.size() == 2 && verbs.contains(words.getFirst()))) {
            return;
        }
        throw Failure.of(
                ExitCode.USAGE,
                new Explanation(
                        command + " takes " + takes + ".",
                        "It was given something else.",
                        "`ginnel " + command + " --help` says what they do."));
    }

    /// As many of these as a message can hold.
    private static String names(List<Server> servers) {
        return servers.stream().limit(MOST_NAMES).map(TunnelWords::place).collect(Collectors.joining("; "));
    }

    private static Failure noSuch(String what, String why, String next) {
        return Failure.of(ExitCode.NO_SUCH_SERVER, new Explanation(what, why, next));
    }
}
