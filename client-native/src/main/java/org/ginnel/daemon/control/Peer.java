// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.control;

import java.util.function.BooleanSupplier;

/// Who is on the other end of a connection, as the kernel says.
///
/// @param user for the log, and to bound the connections of each
/// @param mayChange whether this caller may do more than look; asked anew for each request that changes something:
/// who joins the group need not come again, and who leaves it may nothing more
public record Peer(String user, BooleanSupplier mayChange) {}
