// SPDX-License-Identifier: Apache-2.0
/// Who may change the tunnel on macOS.
@NullMarked
package org.ginnel.daemon.macos.control;

import org.jspecify.annotations.NullMarked;
