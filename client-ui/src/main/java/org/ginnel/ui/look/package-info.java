// SPDX-License-Identifier: Apache-2.0
/// How the window looks as the user prefers it: colours, size of text, motion and direction.
@NullMarked
package org.ginnel.ui.look;

import org.jspecify.annotations.NullMarked;
