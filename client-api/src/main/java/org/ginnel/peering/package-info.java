// SPDX-License-Identifier: Apache-2.0
/// What the provisioning service and the agent on a gateway tell each other: the peers to have, and the peers it has.
@NullMarked
package org.ginnel.peering;

import org.jspecify.annotations.NullMarked;
