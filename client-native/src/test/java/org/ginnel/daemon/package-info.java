// SPDX-License-Identifier: Apache-2.0
/// Tests of how the daemon starts.
@NullMarked
package org.ginnel.daemon;

import org.jspecify.annotations.NullMarked;
