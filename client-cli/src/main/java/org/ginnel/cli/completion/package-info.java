// SPDX-License-Identifier: Apache-2.0
/// Completions for shells, made from the same grammar that parses the command line.
@NullMarked
package org.ginnel.cli.completion;

import org.jspecify.annotations.NullMarked;
