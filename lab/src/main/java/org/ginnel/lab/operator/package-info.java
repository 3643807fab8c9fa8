// SPDX-License-Identifier: Apache-2.0
/// The operator of the lab's VPN: provisioning, an agent on every gateway, keys, a certificate.
@NullMarked
package org.ginnel.lab.operator;

import org.jspecify.annotations.NullMarked;
