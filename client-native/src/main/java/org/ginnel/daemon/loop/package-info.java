// SPDX-License-Identifier: Apache-2.0
/// The one thread on which the daemon's state changes, its clock, and the driver that carries out what the machine
/// decides.
@NullMarked
package org.ginnel.daemon.loop;

import org.jspecify.annotations.NullMarked;
