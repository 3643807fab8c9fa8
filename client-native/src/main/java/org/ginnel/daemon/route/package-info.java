// SPDX-License-Identifier: Apache-2.0
/// Which traffic goes into the tunnel, as plain data.
@NullMarked
package org.ginnel.daemon.route;

import org.jspecify.annotations.NullMarked;
