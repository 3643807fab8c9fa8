// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ginnel.json;

import org.jspecify.annotations.NullMarked;
