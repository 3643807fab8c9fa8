// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ginnel.ui.file;

import org.jspecify.annotations.NullMarked;
