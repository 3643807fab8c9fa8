// SPDX-License-Identifier: Apache-2.0
/// Streams over the calls of a system.
@NullMarked
package org.ginnel.control.stream;

import org.jspecify.annotations.NullMarked;
