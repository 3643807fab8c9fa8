// SPDX-License-Identifier: Apache-2.0
/// What others change on a Linux machine, told as it happens.
@NullMarked
package org.ginnel.daemon.linux.watch;

import org.jspecify.annotations.NullMarked;
