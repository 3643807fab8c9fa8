// SPDX-License-Identifier: Apache-2.0
/// The WireGuard device of Linux: the kernel's own, else `wireguard-go`.
@NullMarked
package org.ginnel.daemon.linux.device;

import org.jspecify.annotations.NullMarked;
