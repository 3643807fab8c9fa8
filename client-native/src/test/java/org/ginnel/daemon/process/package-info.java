// SPDX-License-Identifier: Apache-2.0
/// Programs that say what a test wrote for them.
@NullMarked
package org.ginnel.daemon.process;

import org.jspecify.annotations.NullMarked;
