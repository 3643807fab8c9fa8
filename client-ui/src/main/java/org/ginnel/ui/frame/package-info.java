// SPDX-License-Identifier: Apache-2.0
/// The window's frame: which screen is shown, and the way from one to another.
@NullMarked
package org.ginnel.ui.frame;

import org.jspecify.annotations.NullMarked;
