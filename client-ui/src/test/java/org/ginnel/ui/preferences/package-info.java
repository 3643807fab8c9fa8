// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ginnel.ui.preferences;

import org.jspecify.annotations.NullMarked;
