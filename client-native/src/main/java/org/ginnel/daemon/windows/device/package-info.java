// SPDX-License-Identifier: Apache-2.0
/// The WireGuard device of Windows: WireGuardNT, by `wireguard.dll`.
@NullMarked
package org.ginnel.daemon.windows.device;

import org.jspecify.annotations.NullMarked;
