// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ginnel.daemon.control;

import org.jspecify.annotations.NullMarked;
