// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ginnel.host;

import org.jspecify.annotations.NullMarked;
