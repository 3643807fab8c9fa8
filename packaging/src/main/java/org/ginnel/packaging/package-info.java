// SPDX-License-Identifier: Apache-2.0
/// Makes what people install. `bin/image` and `bin/package` start it.
@NullMarked
package org.ginnel.packaging;

import org.jspecify.annotations.NullMarked;
