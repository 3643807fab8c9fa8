// SPDX-License-Identifier: Apache-2.0
/// Flags: which country a name means, and its picture.
@NullMarked
package org.ginnel.ui.flag;

import org.jspecify.annotations.NullMarked;
