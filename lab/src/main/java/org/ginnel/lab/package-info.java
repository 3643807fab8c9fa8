// SPDX-License-Identifier: Apache-2.0
/// A network of namespaces in which everything real runs.
@NullMarked
package org.ginnel.lab;

import org.jspecify.annotations.NullMarked;
