// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ginnel.ui.tray.windows;

import org.jspecify.annotations.NullMarked;
