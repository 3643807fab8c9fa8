// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.ginnel.account.Tier;
import org.ginnel.relay.Server;
import org.ginnel.relay.ServerList;

/// `GET /api/servers`. An entry that is wrong is left out and named; only when none is left is the answer refused.
record ServersCall() implements ApiCall<ServerList> {
    private static final int MOST_SERVERS = 5_000;
    private static final int MOST_SKIPPED = 100;

    @Override
    public String path() {
        return "/api/servers";
    }

    @Override
    public ApiResult<ServerList> read(JsonFields answer) throws UnexpectedAnswerException {
        var tier = answer.text("tier", 64);
        var info = answer.object("tier_info");
        var entries = answer.elements("servers");
        var servers = new ArrayList<Server>();
        var skipped = new ArrayList<String>();
        readServers(entries, servers, skipped);
        if (servers.isEmpty() && !skipped.isEmpty()) {
            throw new UnexpectedAnswerException(skipped.getFirst());
        }
        var offered = new Tier(
                PlainText.of(tier, 64),
                info.label("name", 64),
                info.integer("max_servers", 0, Integer.MAX_VALUE),
                info.label("description", 300));
        return new ApiResult.Ok<>(new ServerList(offered, servers, skipped));
    }

    private static void readServers(List<JsonFields.Element> entries, List<Server> servers, List<String> skipped) {
        var ids = new HashSet<String>();
        for (var entry : entries) {
            try {
                var server = ServerReader.read(entry.fields());
                if (servers.size() >= MOST_SERVERS) {
                    throw new UnexpectedAnswerException(entry.path() + ": more than " + MOST_SERVERS + " servers");
                }
                if (!ids.add(server.id())) {
                    throw new UnexpectedAnswerException(entry.path() + ".id: the same again");
                }
                servers.add(server);
            } catch (UnexpectedAnswerException e) {
                if (skipped.size() < MOST_SKIPPED) {
                    skipped.add(e.found());
                }
            }
        }
    }
}
