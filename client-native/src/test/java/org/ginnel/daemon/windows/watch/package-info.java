// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ginnel.daemon.windows.watch;

import org.jspecify.annotations.NullMarked;
