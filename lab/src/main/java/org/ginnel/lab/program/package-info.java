// SPDX-License-Identifier: Apache-2.0
/// How our own programs are started.
@NullMarked
package org.ginnel.lab.program;

import org.jspecify.annotations.NullMarked;
