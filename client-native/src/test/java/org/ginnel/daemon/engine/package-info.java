// SPDX-License-Identifier: Apache-2.0
/// Talking with `wireguard-go`.
@NullMarked
package org.ginnel.daemon.engine;

import org.jspecify.annotations.NullMarked;
