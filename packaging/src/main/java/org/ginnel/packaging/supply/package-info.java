// SPDX-License-Identifier: Apache-2.0
/// What packages are made of: a bill of materials for machines (CycloneDX), and for people each component with its
/// licence and the text of that.
@NullMarked
package org.ginnel.packaging.supply;

import org.jspecify.annotations.NullMarked;
