// SPDX-License-Identifier: Apache-2.0
/// What others change on Windows, told as it happens.
@NullMarked
package org.ginnel.daemon.windows.watch;

import org.jspecify.annotations.NullMarked;
