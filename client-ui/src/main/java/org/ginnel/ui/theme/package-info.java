// SPDX-License-Identifier: Apache-2.0
/// Light and dark: which one, and the style sheets.
@NullMarked
package org.ginnel.ui.theme;

import org.jspecify.annotations.NullMarked;
