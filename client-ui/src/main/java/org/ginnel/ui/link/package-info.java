// SPDX-License-Identifier: Apache-2.0
/// The window's end of the daemon's socket: watches, asks, and comes back by itself when the daemon does.
@NullMarked
package org.ginnel.ui.link;

import org.jspecify.annotations.NullMarked;
