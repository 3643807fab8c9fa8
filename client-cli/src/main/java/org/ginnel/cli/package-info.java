// SPDX-License-Identifier: Apache-2.0
/// ginnel: the command line.
@NullMarked
package org.ginnel.cli;

import org.jspecify.annotations.NullMarked;
