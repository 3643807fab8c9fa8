// SPDX-License-Identifier: Apache-2.0
/// The icons of the tray, drawn by arithmetic: no toolkit, no files, any size.
@NullMarked
package org.ginnel.ui.tray.icon;

import org.jspecify.annotations.NullMarked;
