// SPDX-License-Identifier: Apache-2.0
/// The package for Windows: a source for WiX around the image. Never run.
@NullMarked
package org.ginnel.packaging.windows;

import org.jspecify.annotations.NullMarked;
