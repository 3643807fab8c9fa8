// SPDX-License-Identifier: Apache-2.0
/// Links with a delay, jitter, loss and black holes, without netem.
@NullMarked
package org.ginnel.lab.link;

import org.jspecify.annotations.NullMarked;
