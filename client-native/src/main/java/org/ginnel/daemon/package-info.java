// SPDX-License-Identifier: Apache-2.0
/// ginneld: the wiring of the privileged daemon.
@NullMarked
package org.ginnel.daemon;

import org.jspecify.annotations.NullMarked;
