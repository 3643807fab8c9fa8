// SPDX-License-Identifier: Apache-2.0
/// The renderers held to their goldens.
@NullMarked
package org.ginnel.cli.text;

import org.jspecify.annotations.NullMarked;
