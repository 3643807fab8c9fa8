// SPDX-License-Identifier: Apache-2.0
/// What happened, why, and what to do next, for every [org.ginnel.tunnel.ErrorCause].
@NullMarked
package org.ginnel.ui.problem;

import org.jspecify.annotations.NullMarked;
