// SPDX-License-Identifier: Apache-2.0
/// Giving and taking back peers: the one thing this service is for.
@NullMarked
package org.ginnel.provisioning.provision;

import org.jspecify.annotations.NullMarked;
