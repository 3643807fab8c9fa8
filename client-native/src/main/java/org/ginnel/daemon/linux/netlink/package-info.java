// SPDX-License-Identifier: Apache-2.0
/// Links, addresses, routes and rules of the kernel by rtnetlink(7): what is said is built and read by pure
/// functions.
@NullMarked
package org.ginnel.daemon.linux.netlink;

import org.jspecify.annotations.NullMarked;
