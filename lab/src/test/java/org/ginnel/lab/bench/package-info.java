// SPDX-License-Identifier: Apache-2.0
/// Tests of how figures are made.
@NullMarked
package org.ginnel.lab.bench;

import org.jspecify.annotations.NullMarked;
