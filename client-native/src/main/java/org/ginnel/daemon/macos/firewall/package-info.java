// SPDX-License-Identifier: Apache-2.0
/// The firewall of macOS: an anchor of `pf`, replaced as a whole.
@NullMarked
package org.ginnel.daemon.macos.firewall;

import org.jspecify.annotations.NullMarked;
