// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ginnel.packaging.rpm;

import org.jspecify.annotations.NullMarked;
