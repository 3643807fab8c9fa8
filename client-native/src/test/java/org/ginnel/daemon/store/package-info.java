// SPDX-License-Identifier: Apache-2.0
/// Tests of the one file that the daemon keeps.
@NullMarked
package org.ginnel.daemon.store;

import org.jspecify.annotations.NullMarked;
