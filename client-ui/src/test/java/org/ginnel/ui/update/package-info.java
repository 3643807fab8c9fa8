// SPDX-License-Identifier: Apache-2.0
/// Tests of the question for newer releases.
@NullMarked
package org.ginnel.ui.update;

import org.jspecify.annotations.NullMarked;
