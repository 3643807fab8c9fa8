// SPDX-License-Identifier: Apache-2.0
/// The tray of Windows, by its shell: a click opens the window, the other button the menu. Never run there so
/// far.
@NullMarked
package org.ginnel.ui.tray.windows;

import org.jspecify.annotations.NullMarked;
