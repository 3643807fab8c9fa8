// SPDX-License-Identifier: Apache-2.0
/// Named pipes of Windows, both ends. By the JDK's own way to C, as the command line has no other library for it
/// (decision 46). Loaded on Windows alone.
@NullMarked
package org.ginnel.control.pipe;

import org.jspecify.annotations.NullMarked;
