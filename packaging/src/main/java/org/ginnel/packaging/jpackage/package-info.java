// SPDX-License-Identifier: Apache-2.0
/// What the packages for macOS and Windows share: our programs as an image that jpackage makes, and its icons.
@NullMarked
package org.ginnel.packaging.jpackage;

import org.jspecify.annotations.NullMarked;
