// SPDX-License-Identifier: Apache-2.0
/// The screen shown while nobody answers on the daemon's socket.
@NullMarked
package org.ginnel.ui.unreachable;

import org.jspecify.annotations.NullMarked;
