// SPDX-License-Identifier: Apache-2.0
/// The screen that asks for a key and says precisely what is wrong with it.
@NullMarked
package org.ginnel.ui.onboarding;

import org.jspecify.annotations.NullMarked;
