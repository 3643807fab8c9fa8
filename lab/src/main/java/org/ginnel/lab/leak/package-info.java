// SPDX-License-Identifier: Apache-2.0
/// The conformance suite: how many packets leave beside the tunnel, whatever happens; `docs/leaks.md` describes
/// it.
@NullMarked
package org.ginnel.lab.leak;

import org.jspecify.annotations.NullMarked;
