// SPDX-License-Identifier: Apache-2.0
/// The firewall's goldens, and packets that try to get past it.
@NullMarked
package org.ginnel.daemon.linux.firewall;

import org.jspecify.annotations.NullMarked;
