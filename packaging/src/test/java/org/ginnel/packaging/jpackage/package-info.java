// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ginnel.packaging.jpackage;

import org.jspecify.annotations.NullMarked;
