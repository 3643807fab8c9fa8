// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ginnel.packaging.tree;

import org.jspecify.annotations.NullMarked;
