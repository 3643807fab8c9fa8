// SPDX-License-Identifier: Apache-2.0
/// Which system this runs on, and what it says of files.
@NullMarked
package org.ginnel.host;

import org.jspecify.annotations.NullMarked;
