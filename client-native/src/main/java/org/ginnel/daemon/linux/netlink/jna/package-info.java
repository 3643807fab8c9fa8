// SPDX-License-Identifier: Apache-2.0
/// Calls into the C library that the JDK has no words for; no logic.
@NullMarked
package org.ginnel.daemon.linux.netlink.jna;

import org.jspecify.annotations.NullMarked;
