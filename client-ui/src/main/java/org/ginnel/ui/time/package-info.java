// SPDX-License-Identifier: Apache-2.0
/// Time as a port, so that tests decide when a second has passed.
@NullMarked
package org.ginnel.ui.time;

import org.jspecify.annotations.NullMarked;
