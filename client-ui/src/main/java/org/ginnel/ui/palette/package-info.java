// SPDX-License-Identifier: Apache-2.0
/// The command palette: everything that can be done, by name or in plain words.
@NullMarked
package org.ginnel.ui.palette;

import org.jspecify.annotations.NullMarked;
