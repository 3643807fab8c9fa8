// SPDX-License-Identifier: Apache-2.0
/// Who answers names on Windows: settings of the interface, and a rule for every name (NRPT).
@NullMarked
package org.ginnel.daemon.windows.dns;

import org.jspecify.annotations.NullMarked;
