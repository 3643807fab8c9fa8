// SPDX-License-Identifier: Apache-2.0
/// The firewall of Windows, against a model of its filtering engine.
@NullMarked
package org.ginnel.daemon.windows.firewall;

import org.jspecify.annotations.NullMarked;
