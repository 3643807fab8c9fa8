// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ginnel.packaging.windows;

import org.jspecify.annotations.NullMarked;
