// SPDX-License-Identifier: Apache-2.0
/// Packets by hand: sockets that Java has no words for, and what is in a frame.
@NullMarked
package org.ginnel.lab.wire;

import org.jspecify.annotations.NullMarked;
