// SPDX-License-Identifier: Apache-2.0
/// What the platform and JavaFX log, sent where everything else is logged, without starting `java.util.logging`.
@NullMarked
package org.ginnel.ui.log;

import org.jspecify.annotations.NullMarked;
