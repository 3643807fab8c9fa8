// SPDX-License-Identifier: Apache-2.0
/// Running other programs, without a shell and never for ever.
@NullMarked
package org.ginnel.daemon.process;

import org.jspecify.annotations.NullMarked;
