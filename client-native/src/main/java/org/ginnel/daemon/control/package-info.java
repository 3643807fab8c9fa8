// SPDX-License-Identifier: Apache-2.0
/// The daemon's side of the control channel: who may connect, and frames to requests and back.
@NullMarked
package org.ginnel.daemon.control;

import org.jspecify.annotations.NullMarked;
