// SPDX-License-Identifier: Apache-2.0
/// The adapters of macOS, as far as a Linux machine can test them.
@NullMarked
package org.ginnel.daemon.macos;

import org.jspecify.annotations.NullMarked;
