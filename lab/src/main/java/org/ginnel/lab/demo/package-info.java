// SPDX-License-Identifier: Apache-2.0
/// A lab in which everything of ours runs, as on real machines.
@NullMarked
package org.ginnel.lab.demo;

import org.jspecify.annotations.NullMarked;
