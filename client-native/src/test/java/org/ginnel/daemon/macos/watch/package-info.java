// SPDX-License-Identifier: Apache-2.0
/// What a Mac tells of its network.
@NullMarked
package org.ginnel.daemon.macos.watch;

import org.jspecify.annotations.NullMarked;
