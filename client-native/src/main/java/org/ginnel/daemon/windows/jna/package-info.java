// SPDX-License-Identifier: Apache-2.0
/// Functions and structures of Windows' libraries, as they are; no logic. Offsets are held by
/// `WindowsLayoutsTest`.
@NullMarked
package org.ginnel.daemon.windows.jna;

import org.jspecify.annotations.NullMarked;
