// SPDX-License-Identifier: Apache-2.0
/// Tests of what is told of changes by others.
@NullMarked
package org.ginnel.daemon.linux.watch;

import org.jspecify.annotations.NullMarked;
