// SPDX-License-Identifier: Apache-2.0
/// Who may speak with the daemon on Windows: the pipe, and who is at its other end.
@NullMarked
package org.ginnel.daemon.windows.control;

import org.jspecify.annotations.NullMarked;
