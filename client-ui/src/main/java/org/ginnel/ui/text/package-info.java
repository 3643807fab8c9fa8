// SPDX-License-Identifier: Apache-2.0
/// Sentences as data: a key with its facts, and the one place that turns them into words.
@NullMarked
package org.ginnel.ui.text;

import org.jspecify.annotations.NullMarked;
