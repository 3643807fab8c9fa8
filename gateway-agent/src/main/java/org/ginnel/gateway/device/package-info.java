// SPDX-License-Identifier: Apache-2.0
/// The peers of a WireGuard device: read, changed in place, read back.
@NullMarked
package org.ginnel.gateway.device;

import org.jspecify.annotations.NullMarked;
