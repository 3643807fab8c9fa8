// SPDX-License-Identifier: Apache-2.0
/// The files that every Linux package has: the image, and what ties it into a system, as files of `src/main/linux`
/// with their blanks filled.
@NullMarked
package org.ginnel.packaging.tree;

import org.jspecify.annotations.NullMarked;
