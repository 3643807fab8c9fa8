// SPDX-License-Identifier: Apache-2.0
/// macOS: the ports by the programs that every Mac has. Written and tested on Linux; `docs/platforms.md`
/// says what was never run.
@NullMarked
package org.ginnel.daemon.macos;

import org.jspecify.annotations.NullMarked;
