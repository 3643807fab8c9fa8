// SPDX-License-Identifier: Apache-2.0
/// What left the client, counted at its router, and what the client looks like.
@NullMarked
package org.ginnel.lab.watch;

import org.jspecify.annotations.NullMarked;
