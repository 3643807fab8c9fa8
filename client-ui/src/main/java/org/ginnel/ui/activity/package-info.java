// SPDX-License-Identifier: Apache-2.0
/// The screen of what was used: amounts as charts, and every session with the reason for its end.
@NullMarked
package org.ginnel.ui.activity;

import org.jspecify.annotations.NullMarked;
