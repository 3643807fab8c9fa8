// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ginnel.packaging.parts;

import org.jspecify.annotations.NullMarked;
