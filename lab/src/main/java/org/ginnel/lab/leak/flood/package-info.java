// SPDX-License-Identifier: Apache-2.0
/// What programs of a user send all day, a thousand packets a second, each of which can be told from all others.
@NullMarked
package org.ginnel.lab.leak.flood;

import org.jspecify.annotations.NullMarked;
