// SPDX-License-Identifier: Apache-2.0
/// The VPN servers of the lab, with a real WireGuard device each.
@NullMarked
package org.ginnel.lab.gateway;

import org.jspecify.annotations.NullMarked;
