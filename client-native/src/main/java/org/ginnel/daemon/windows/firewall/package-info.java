// SPDX-License-Identifier: Apache-2.0
/// The firewall of Windows: filters of the Windows Filtering Platform, replaced in one transaction.
@NullMarked
package org.ginnel.daemon.windows.firewall;

import org.jspecify.annotations.NullMarked;
