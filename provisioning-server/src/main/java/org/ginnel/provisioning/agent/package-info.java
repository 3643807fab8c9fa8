// SPDX-License-Identifier: Apache-2.0
/// Where gateways learn which peers to have and report which they have.
@NullMarked
package org.ginnel.provisioning.agent;

import org.jspecify.annotations.NullMarked;
