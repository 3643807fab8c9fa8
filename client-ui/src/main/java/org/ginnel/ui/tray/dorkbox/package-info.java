// SPDX-License-Identifier: Apache-2.0
/// The tray of macOS, Windows and plain X11, by dorkbox SystemTray, which is kept from phoning home.
@NullMarked
package org.ginnel.ui.tray.dorkbox;

import org.jspecify.annotations.NullMarked;
