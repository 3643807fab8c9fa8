// SPDX-License-Identifier: Apache-2.0
/// What the user decided about the window itself: kept in a file of the user's, never told to anybody.
@NullMarked
package org.ginnel.ui.preferences;

import org.jspecify.annotations.NullMarked;
