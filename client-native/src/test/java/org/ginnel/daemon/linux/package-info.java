// SPDX-License-Identifier: Apache-2.0
/// Linux's adapters in goldens, in scripts, and for real in private namespaces.
@NullMarked
package org.ginnel.daemon.linux;

import org.jspecify.annotations.NullMarked;
