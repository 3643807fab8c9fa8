// SPDX-License-Identifier: Apache-2.0
/// Who answers names, as plain data.
@NullMarked
package org.ginnel.daemon.dns;

import org.jspecify.annotations.NullMarked;
