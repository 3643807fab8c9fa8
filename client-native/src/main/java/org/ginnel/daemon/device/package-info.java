// SPDX-License-Identifier: Apache-2.0
/// The WireGuard device, as plain data.
@NullMarked
package org.ginnel.daemon.device;

import org.jspecify.annotations.NullMarked;
