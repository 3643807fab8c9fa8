// SPDX-License-Identifier: Apache-2.0
/// The figures of docs/benchmarks.md, measured in the demo network.
@NullMarked
package org.ginnel.lab.bench;

import org.jspecify.annotations.NullMarked;
