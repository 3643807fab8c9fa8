// SPDX-License-Identifier: Apache-2.0
/// The adapters of Windows, as far as a Linux machine can test them.
@NullMarked
package org.ginnel.daemon.windows;

import org.jspecify.annotations.NullMarked;
