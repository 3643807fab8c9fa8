// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.util.Optional;

/// What the kernel told of something.
///
/// @param gone whether it told that this is not there any more
/// @param echo its own words, by which it knows again what is meant
public record Told(Thing thing, boolean gone, Head.Echo echo) {
    /// Removes exactly this.
    public Request delete() {
        var verb = switch (thing) {
            case Link _ -> Verb.DELETE_LINK;
            case LinkAddress _ -> Verb.DELETE_ADDRESS;
            case Route _ -> Verb.DELETE_ROUTE;
            case Rule _ -> Verb.DELETE_RULE;
        };
        return Request.of(verb, How.PLAINLY, echo);
    }

    /// Empty for what is of a kind or a family that we do not know, and what cannot be read.
    static Optional<Told> read(Message message) {
        return message.verb().flatMap(verb -> switch (verb) {
            case NEW_LINK, DELETE_LINK -> of(Link.read(message), verb == Verb.DELETE_LINK, message);
            case NEW_ADDRESS, DELETE_ADDRESS -> of(LinkAddress.read(message), verb == Verb.DELETE_ADDRESS, message);
            case NEW_ROUTE, DELETE_ROUTE -> of(Route.read(message), verb == Verb.DELETE_ROUTE, message);
            case NEW_RULE, DELETE_RULE -> of(Rule.read(message), verb == Verb.DELETE_RULE, message);
            case GET_LINK, GET_ROUTE, GET_RULE -> Optional.empty();
        });
    }

    private static Optional<Told> of(Optional<? extends Thing> thing, boolean gone, Message message) {
        return thing.map(known -> new Told(known, gone, new Head.Echo(message.body())));
    }
}
