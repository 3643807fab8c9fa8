// SPDX-License-Identifier: Apache-2.0
/// What people read: states, lists and failures as lines of cleaned text, made by pure functions.
@NullMarked
package org.ginnel.cli.text;

import org.jspecify.annotations.NullMarked;
