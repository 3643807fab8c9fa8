// SPDX-License-Identifier: Apache-2.0
/// The command line against daemons good and bad, in process and as a process.
@NullMarked
package org.ginnel.cli;

import org.jspecify.annotations.NullMarked;
