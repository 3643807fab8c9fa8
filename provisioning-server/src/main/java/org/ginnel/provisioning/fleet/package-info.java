// SPDX-License-Identifier: Apache-2.0
/// The VPN servers of an operator: who may see them and which tunnel addresses they have to give.
@NullMarked
package org.ginnel.provisioning.fleet;

import org.jspecify.annotations.NullMarked;
