// SPDX-License-Identifier: Apache-2.0
/// What runs WireGuard's protocol behind an interface, and how it is spoken to; the same on every system
/// that has `wireguard-go`.
@NullMarked
package org.ginnel.daemon.engine;

import org.jspecify.annotations.NullMarked;
