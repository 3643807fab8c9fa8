// SPDX-License-Identifier: Apache-2.0
/// Windows: the ports by its own libraries. Written and tested on Linux; `docs/platforms.md` says what was
/// never run.
@NullMarked
package org.ginnel.daemon.windows;

import org.jspecify.annotations.NullMarked;
