// SPDX-License-Identifier: Apache-2.0
/// The parser against command lines right and wrong.
@NullMarked
package org.ginnel.cli.grammar;

import org.jspecify.annotations.NullMarked;
