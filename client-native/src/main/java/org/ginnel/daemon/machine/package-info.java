// SPDX-License-Identifier: Apache-2.0
/// The state machine of the tunnel: pure decisions. A state takes an event and says what is next and what must
/// be done.
@NullMarked
package org.ginnel.daemon.machine;

import org.jspecify.annotations.NullMarked;
