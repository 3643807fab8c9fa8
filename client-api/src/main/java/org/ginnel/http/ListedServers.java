// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ginnel.relay.Reach;
import org.ginnel.relay.Server;

/// Reads the entries of a list of servers. One that is wrong is left out and named; only when none is left is
/// the answer refused.
final class ListedServers {
    private static final int MOST_SERVERS = 5_000;
    private static final int MOST_SKIPPED = 100;

    private final List<Server> servers = new ArrayList<>();
    private final Map<String, Reach> reaches = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private ListedServers() {}

    static ListedServers read(List<JsonFields.Element> entries) throws UnexpectedAnswerException {
        var list = new ListedServers();
        entries.forEach(list::add);
        if (list.servers.isEmpty() && !list.skipped.isEmpty()) {
            throw new UnexpectedAnswerException(list.skipped.getFirst());
        }
        return list;
    }

    private void add(JsonFields.Element entry) {
        try {
            var fields = entry.fields();
            var server = ServerReader.read(fields);
            if (servers.size() >= MOST_SERVERS) {
                throw new UnexpectedAnswerException(entry.path() + ": more than " + MOST_SERVERS + " servers");
            }
            if (!ids.add(server.id())) {
                throw new UnexpectedAnswerException(entry.path() + ".id: the same again");
            }
            servers.add(server);
            var reach = ReachReader.read(fields, server);
            if (!reach.equals(Reach.unknown())) {
                reaches.put(server.id(), reach);
            }
        } catch (UnexpectedAnswerException e) {
            if (skipped.size() < MOST_SKIPPED) {
                skipped.add(e.found());
            }
        }
    }

    List<Server> servers() {
        return servers;
    }

    Map<String, Reach> reaches() {
        return reaches;
    }

    List<String> skipped() {
        return skipped;
    }
}
