// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import java.util.List;
import java.util.Optional;
import org.ginnel.relay.Server;

/// The favourites as a table for people, in the order of marking.
public final class FavouritesText {
    private FavouritesText() {}

    /// The table.
    ///
    /// @param servers those that are offered now
    public static List<Line> of(List<String> ids, List<Server> servers) {
        if (ids.isEmpty()) {
            return List.of(Line.of("There are no favourites. `ginnel favourites add SERVER` makes one."));
        }
        var table = new Columns().row(Tone.QUIET, List.of("ID", "CITY", "COUNTRY"));
        for (var id : ids) {
            var server = known(id, servers);
            table.row(
                    server.isPresent() ? Tone.PLAIN : Tone.QUIET,
                    server.map(s -> List.of(id, s.name(), s.country())).orElse(List.of(id, "not offered now", "")));
        }
        return table.lines();
    }

    /// What came of a change.
    public static List<Line> changed(String id, boolean marked, List<Server> servers) {
        var name = known(id, servers).map(TunnelWords::place).orElse(id);
        return List.of(
                Line.of(Printable.clean(name) + (marked ? " is a favourite now." : " is no favourite any more.")));
    }

    private static Optional<Server> known(String id, List<Server> servers) {
        return servers.stream().filter(server -> server.id().equals(id)).findFirst();
    }
}
