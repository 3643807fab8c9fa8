// SPDX-License-Identifier: Apache-2.0
/// Servers of the user's own: a WireGuard config from a file or a QR code.
@NullMarked
package org.ginnel.ui.own;

import org.jspecify.annotations.NullMarked;
