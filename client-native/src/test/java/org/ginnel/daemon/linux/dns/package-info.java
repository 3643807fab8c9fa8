// SPDX-License-Identifier: Apache-2.0
/// Resolver settings in goldens, in scripts, and in files of the tests' own.
@NullMarked
package org.ginnel.daemon.linux.dns;

import org.jspecify.annotations.NullMarked;
