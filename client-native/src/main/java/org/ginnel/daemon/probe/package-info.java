// SPDX-License-Identifier: Apache-2.0
/// Latency of servers, and proof that a tunnel works.
@NullMarked
package org.ginnel.daemon.probe;

import org.jspecify.annotations.NullMarked;
