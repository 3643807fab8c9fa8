// SPDX-License-Identifier: Apache-2.0
/// Ginnel: the window and the tray.
@NullMarked
package org.ginnel.ui;

import org.jspecify.annotations.NullMarked;
