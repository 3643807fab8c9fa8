// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

/// What decides where packets go: rules choose a table, routes in it a way.
public sealed interface Routing extends Thing permits Route, Rule {
    Family family();

    /// Puts it there. When an equal one is there already a route changes nothing, and a rule is refused as
    /// existing.
    Request put();
}
