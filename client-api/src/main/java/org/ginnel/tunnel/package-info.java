// SPDX-License-Identifier: Apache-2.0
/// What clients may see of the tunnel. Carries no keys.
@NullMarked
package org.ginnel.tunnel;

import org.jspecify.annotations.NullMarked;
