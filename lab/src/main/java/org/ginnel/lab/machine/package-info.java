// SPDX-License-Identifier: Apache-2.0
/// Machines of the lab: namespaces, and the programs that run in them.
@NullMarked
package org.ginnel.lab.machine;

import org.jspecify.annotations.NullMarked;
