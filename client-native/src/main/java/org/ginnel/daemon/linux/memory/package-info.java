// SPDX-License-Identifier: Apache-2.0
/// What of this process's memory may go back to the kernel.
@NullMarked
package org.ginnel.daemon.linux.memory;

import org.jspecify.annotations.NullMarked;
