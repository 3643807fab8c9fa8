// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

/// What changed in the network.
public sealed interface Change {
    /// This came, changed, or went.
    record Seen(Thing thing, boolean gone) implements Change {}

    /// So much changed that some of it was not told: look again at everything.
    record Anything() implements Change {}
}
