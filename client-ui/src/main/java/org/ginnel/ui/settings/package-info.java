// SPDX-License-Identifier: Apache-2.0
/// The screen with what the user may decide, the account, and the version.
@NullMarked
package org.ginnel.ui.settings;

import org.jspecify.annotations.NullMarked;
