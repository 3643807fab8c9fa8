// SPDX-License-Identifier: Apache-2.0
/// Remembers tunnels that were up, for the user alone: a bounded file that only root can read.
@NullMarked
package org.ginnel.daemon.history;

import org.jspecify.annotations.NullMarked;
