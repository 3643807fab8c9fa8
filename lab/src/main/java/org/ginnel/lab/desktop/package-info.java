// SPDX-License-Identifier: Apache-2.0
/// What stands for a desktop where there is none: a screen that nobody sees, and a panel that shows icons.
@NullMarked
package org.ginnel.lab.desktop;

import org.jspecify.annotations.NullMarked;
