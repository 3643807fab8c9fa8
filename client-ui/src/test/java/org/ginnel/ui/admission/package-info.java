// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ginnel.ui.admission;

import org.jspecify.annotations.NullMarked;
