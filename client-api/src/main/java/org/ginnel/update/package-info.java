// SPDX-License-Identifier: Apache-2.0
/// Whether a newer release is on offer for this installation: a signed announcement is verified and judged, before
/// anything of it is believed. Pure: nothing here reads the network or the clock, downloads, or runs anything.
@NullMarked
package org.ginnel.update;

import org.jspecify.annotations.NullMarked;
