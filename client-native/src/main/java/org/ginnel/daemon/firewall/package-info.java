// SPDX-License-Identifier: Apache-2.0
/// What may leave this computer, as plain data that names no system.
@NullMarked
package org.ginnel.daemon.firewall;

import org.jspecify.annotations.NullMarked;
