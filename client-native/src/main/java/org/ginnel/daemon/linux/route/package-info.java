// SPDX-License-Identifier: Apache-2.0
/// Routes of Linux: a table of our own and three rules for each family, by rtnetlink.
@NullMarked
package org.ginnel.daemon.linux.route;

import org.jspecify.annotations.NullMarked;
