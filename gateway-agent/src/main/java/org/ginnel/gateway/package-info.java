// SPDX-License-Identifier: Apache-2.0
/// ginnel-gateway: one agent on each VPN server.
@NullMarked
package org.ginnel.gateway;

import org.jspecify.annotations.NullMarked;
