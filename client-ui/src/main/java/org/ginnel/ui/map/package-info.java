// SPDX-License-Identifier: Apache-2.0
/// The world map: its outlines, its projection, and what stands on it.
@NullMarked
package org.ginnel.ui.map;

import org.jspecify.annotations.NullMarked;
