// SPDX-License-Identifier: Apache-2.0
/// What a command line may hold, told as data: parsed, shown as help and turned into completions from the same records.
/// By hand and without reflection, because half of the time that a short command takes went into a library for it.
@NullMarked
package org.ginnel.cli.grammar;

import org.jspecify.annotations.NullMarked;
