// SPDX-License-Identifier: Apache-2.0
/// How Windows announces things. Never run there so far.
@NullMarked
package org.ginnel.ui.notify.windows;

import org.jspecify.annotations.NullMarked;
