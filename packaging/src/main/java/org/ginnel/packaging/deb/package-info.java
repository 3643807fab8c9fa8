// SPDX-License-Identifier: Apache-2.0
/// The Debian package: the image, and what ties it into a system, as files of `src/main/linux` with their blanks
/// filled.
@NullMarked
package org.ginnel.packaging.deb;

import org.jspecify.annotations.NullMarked;
