// SPDX-License-Identifier: Apache-2.0
/// WireGuard configs: model, parser, renderer, keys.
@NullMarked
package org.ginnel.wireguard;

import org.jspecify.annotations.NullMarked;
