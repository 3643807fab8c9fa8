// SPDX-License-Identifier: Apache-2.0
/// What the daemon keeps on disk: one file, readable by root alone, replaced as a whole.
@NullMarked
package org.ginnel.daemon.store;

import org.jspecify.annotations.NullMarked;
