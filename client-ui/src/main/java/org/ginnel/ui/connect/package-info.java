// SPDX-License-Identifier: Apache-2.0
/// The screen with the one big control: the tunnel's state, its proof, and what to do next.
@NullMarked
package org.ginnel.ui.connect;

import org.jspecify.annotations.NullMarked;
