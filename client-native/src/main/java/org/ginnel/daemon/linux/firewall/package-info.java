// SPDX-License-Identifier: Apache-2.0
/// The firewall by nftables: one table, replaced as a whole.
@NullMarked
package org.ginnel.daemon.linux.firewall;

import org.jspecify.annotations.NullMarked;
