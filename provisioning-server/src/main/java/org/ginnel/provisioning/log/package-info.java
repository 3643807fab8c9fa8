// SPDX-License-Identifier: Apache-2.0
/// The log: a line on standard error for each thing that happened, which programs can read and nobody can forge.
@NullMarked
package org.ginnel.provisioning.log;

import org.jspecify.annotations.NullMarked;
