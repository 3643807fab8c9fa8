// SPDX-License-Identifier: Apache-2.0
/// Addresses and routes of Windows, by IP Helper (`iphlpapi.dll`).
@NullMarked
package org.ginnel.daemon.windows.network;

import org.jspecify.annotations.NullMarked;
