// SPDX-License-Identifier: Apache-2.0
/// Where requests are answered: account, servers, settings, and the tunnel's driver, all on the loop.
@NullMarked
package org.ginnel.daemon.desk;

import org.jspecify.annotations.NullMarked;
