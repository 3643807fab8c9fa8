// SPDX-License-Identifier: Apache-2.0
/// Routes of macOS: two halves of each family that come before its default route.
@NullMarked
package org.ginnel.daemon.macos.route;

import org.jspecify.annotations.NullMarked;
