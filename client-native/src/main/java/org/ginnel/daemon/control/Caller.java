// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.control;

/// Who is on the other end of a connection, as the kernel says (SO_PEERCRED), and what that entitles to.
///
/// @param user a name of this machine
/// @param mayChange whether this caller may do more than look
public record Caller(String user, boolean mayChange) {}
