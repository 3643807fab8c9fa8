// SPDX-License-Identifier: Apache-2.0
/// Devices in goldens, in scripts, and for real with a peer that answers.
@NullMarked
package org.ginnel.daemon.linux.device;

import org.jspecify.annotations.NullMarked;
