// SPDX-License-Identifier: Apache-2.0
/// How macOS announces things. Never run there so far.
@NullMarked
package org.ginnel.ui.notify.macos;

import org.jspecify.annotations.NullMarked;
