// SPDX-License-Identifier: Apache-2.0
/// Telling the operator's other programs what changed, once it is on the disk, until they have heard it.
@NullMarked
package org.ginnel.provisioning.event;

import org.jspecify.annotations.NullMarked;
