// SPDX-License-Identifier: Apache-2.0
/// Configs as pictures that a phone reads.
@NullMarked
package org.ginnel.provisioning.qr;

import org.jspecify.annotations.NullMarked;
