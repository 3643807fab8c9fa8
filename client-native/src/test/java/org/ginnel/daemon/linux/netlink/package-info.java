// SPDX-License-Identifier: Apache-2.0
/// Messages to the byte, and the real kernel's answers to them.
@NullMarked
package org.ginnel.daemon.linux.netlink;

import org.jspecify.annotations.NullMarked;
