// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.map;

import java.util.List;
import java.util.Optional;
import org.ginnel.ui.text.Message;

/// Everything that stands on the map.
///
/// @param dots the servers
/// @param home where this machine roughly is
/// @param route from home to the server that is in use, or that is looked at
/// @param card what is told of the server that is looked at
public record MapScreen(List<Dot> dots, Optional<Route.Place> home, List<Route.Place> route, Optional<Card> card) {
    /// Nothing but the world.
    public static final MapScreen EMPTY = new MapScreen(List.of(), Optional.empty(), List.of(), Optional.empty());

    public MapScreen {
        dots = List.copyOf(dots);
        route = List.copyOf(route);
    }

    /// A server on the map.
    ///
    /// @param city for its label
    public record Dot(String serverId, Route.Place place, String city, Tone tone) {}

    /// What a dot says by its colour and size, the more important later.
    public enum Tone {
        DIM,
        PLAIN,
        NEAR,
        FAR,
        LOOKED_AT,
        TRYING,
        IN_USE
    }

    /// What is told of one server.
    ///
    /// @param country as operators write it, for its flag
    /// @param latency what was measured; may be empty
    /// @param canConnect whether choosing it means something
    public record Card(String serverId, Message place, String country, Optional<Message> latency, boolean canConnect) {}
}
