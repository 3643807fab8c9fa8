// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

/// What the kernel's network is made of, as far as a tunnel needs it.
public sealed interface Thing permits Link, LinkAddress, Routing {}
