// SPDX-License-Identifier: Apache-2.0
/// The screen with the servers of the tier, what was measured of them, and the choice.
@NullMarked
package org.ginnel.ui.locations;

import org.jspecify.annotations.NullMarked;
