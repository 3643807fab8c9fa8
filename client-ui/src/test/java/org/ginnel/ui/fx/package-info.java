// SPDX-License-Identifier: Apache-2.0
/// Breaking lines, and what the toolkit is used through.
@NullMarked
package org.ginnel.ui.fx;

import org.jspecify.annotations.NullMarked;
