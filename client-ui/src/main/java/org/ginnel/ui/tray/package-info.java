// SPDX-License-Identifier: Apache-2.0
/// What the tray shows and what may be clicked in it, decided without a desktop; and the port that shows it.
@NullMarked
package org.ginnel.ui.tray;

import org.jspecify.annotations.NullMarked;
