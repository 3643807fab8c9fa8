// SPDX-License-Identifier: Apache-2.0
/// Routes of Windows, against a model of IP Helper.
@NullMarked
package org.ginnel.daemon.windows.network;

import org.jspecify.annotations.NullMarked;
