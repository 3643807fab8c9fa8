// SPDX-License-Identifier: Apache-2.0
/// The firewall of macOS, against a model of `pfctl`.
@NullMarked
package org.ginnel.daemon.macos.firewall;

import org.jspecify.annotations.NullMarked;
