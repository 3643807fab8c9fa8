// SPDX-License-Identifier: Apache-2.0
/// The runtime image: a JDK cut down to what our programs use, their libraries, and for each program a launcher and
/// a cache of its classes as they are after a rehearsal in the lab.
@NullMarked
package org.ginnel.packaging.image;

import org.jspecify.annotations.NullMarked;
