// SPDX-License-Identifier: Apache-2.0
/// Native parts that are not ours and not in the repository: which, from where, with what sum; fetched once, kept, and
/// never used unless they are what was pinned.
@NullMarked
package org.ginnel.packaging.parts;

import org.jspecify.annotations.NullMarked;
