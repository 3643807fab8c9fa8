// SPDX-License-Identifier: Apache-2.0
/// The tray of Linux desktops: StatusNotifierItem for the icon and com.canonical.dbusmenu for its menu, over D-Bus.
@NullMarked
package org.ginnel.ui.tray.linux;

import org.jspecify.annotations.NullMarked;
