// SPDX-License-Identifier: Apache-2.0
/// What `ginneld` has to know of the system it runs on, one class for each: the only classes that know the
/// packages of macOS and Windows, so that on Linux nothing of those is loaded.
@NullMarked
package org.ginnel.daemon.host;

import org.jspecify.annotations.NullMarked;
