// SPDX-License-Identifier: Apache-2.0
/// Fixtures for tests of every module; nothing here is shipped.
@NullMarked
package org.ginnel.devkit;

import org.jspecify.annotations.NullMarked;
