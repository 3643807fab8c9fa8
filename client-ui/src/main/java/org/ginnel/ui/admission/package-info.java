// SPDX-License-Identifier: Apache-2.0
/// For who may look and not change: the way to be allowed to.
@NullMarked
package org.ginnel.ui.admission;

import org.jspecify.annotations.NullMarked;
