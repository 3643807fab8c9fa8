// SPDX-License-Identifier: Apache-2.0
/// The package for macOS: a property list, scripts and lists around the image, for `pkgbuild` and `productbuild`. Never
/// run.
@NullMarked
package org.ginnel.packaging.macos;

import org.jspecify.annotations.NullMarked;
