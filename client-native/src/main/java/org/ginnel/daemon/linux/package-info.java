// SPDX-License-Identifier: Apache-2.0
/// Linux: the ports by the programs that every distribution has.
@NullMarked
package org.ginnel.daemon.linux;

import org.jspecify.annotations.NullMarked;
