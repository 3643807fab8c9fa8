// SPDX-License-Identifier: Apache-2.0
/// The few things every view needs of JavaFX: its thread, icons drawn as paths, and layout in one line.
@NullMarked
package org.ginnel.ui.fx;

import org.jspecify.annotations.NullMarked;
