// SPDX-License-Identifier: Apache-2.0
/// What others change on a Mac, as `route monitor` tells it.
@NullMarked
package org.ginnel.daemon.macos.watch;

import org.jspecify.annotations.NullMarked;
