// SPDX-License-Identifier: Apache-2.0
/// What to change on a device, decided without touching it.
@NullMarked
package org.ginnel.gateway.diff;

import org.jspecify.annotations.NullMarked;
