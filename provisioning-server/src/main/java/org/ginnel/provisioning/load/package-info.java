// SPDX-License-Identifier: Apache-2.0
/// Many clients at once, for measuring a service from outside.
@NullMarked
package org.ginnel.provisioning.load;

import org.jspecify.annotations.NullMarked;
