// SPDX-License-Identifier: Apache-2.0
/// The servers as the daemon last told them, and their places in words.
@NullMarked
package org.ginnel.ui.catalog;

import org.jspecify.annotations.NullMarked;
