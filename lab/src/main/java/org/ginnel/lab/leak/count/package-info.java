// SPDX-License-Identifier: Apache-2.0
/// What left the client beside the tunnel, counted twice: by the router's nftables and from the frames on the
/// cable.
@NullMarked
package org.ginnel.lab.leak.count;

import org.jspecify.annotations.NullMarked;
