// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import org.ginnel.account.Tier;
import org.ginnel.relay.ServerList;

/// `GET /api/servers`.
record ServersCall() implements ApiCall<ServerList> {
    @Override
    public String path() {
        return "/api/servers";
    }

    @Override
    public ApiResult<ServerList> read(JsonFields answer) throws UnexpectedAnswerException {
        var tier = answer.text("tier", 64);
        var info = answer.object("tier_info");
        var list = ListedServers.read(answer.elements("servers"));
        var offered = new Tier(
                PlainText.of(tier, 64),
                info.label("name", 64),
                info.integer("max_servers", 0, Integer.MAX_VALUE),
                info.label("description", 300));
        return new ApiResult.Ok<>(new ServerList(offered, list.servers(), list.reaches(), list.skipped()));
    }
}
