// SPDX-License-Identifier: Apache-2.0
/// What the user decided, kept by the daemon.
@NullMarked
package org.ginnel.settings;

import org.jspecify.annotations.NullMarked;
