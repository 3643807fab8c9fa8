// SPDX-License-Identifier: Apache-2.0
/// The WireGuard device of macOS: `wireguard-go` behind an interface `utun`.
@NullMarked
package org.ginnel.daemon.macos.device;

import org.jspecify.annotations.NullMarked;
