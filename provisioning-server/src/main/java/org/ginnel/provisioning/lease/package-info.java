// SPDX-License-Identifier: Apache-2.0
/// What a device may have on a server: the words that the store, the agents and the API share.
@NullMarked
package org.ginnel.provisioning.lease;

import org.jspecify.annotations.NullMarked;
