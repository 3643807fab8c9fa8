// SPDX-License-Identifier: Apache-2.0
/// Servers, what was measured of them, and the pure choice among them.
@NullMarked
package org.ginnel.relay;

import org.jspecify.annotations.NullMarked;
