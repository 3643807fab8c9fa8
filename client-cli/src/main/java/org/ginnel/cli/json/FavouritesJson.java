// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.json;

import java.util.List;
import java.util.Map;
import org.ginnel.relay.Server;
import org.jspecify.annotations.Nullable;

/// The favourites in the order of marking, as `docs/favourites.schema.json` describes them.
public final class FavouritesJson {
    private FavouritesJson() {}

    /// The document.
    ///
    /// @param servers those that are offered now
    public static Map<String, @Nullable Object> of(List<String> ids, List<Server> servers) {
        return new Fields()
                .with("schema", 1)
                .with(
                        "favourites",
                        ids.stream().map(id -> favourite(id, servers)).toList())
                .map();
    }

    private static Map<String, @Nullable Object> favourite(String id, List<Server> servers) {
        var known = servers.stream().filter(server -> server.id().equals(id)).findFirst();
        return new Fields()
                .with("id", id)
                .with("offered", known.isPresent())
                .maybe("name", known.map(Server::name))
                .maybe("country", known.map(Server::country))
                .map();
    }
}
