// SPDX-License-Identifier: Apache-2.0
/// Devices: one key and one pair of addresses, valid on every server of the tier.
@NullMarked
package org.ginnel.provisioning.device;

import org.jspecify.annotations.NullMarked;
