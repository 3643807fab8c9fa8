// SPDX-License-Identifier: Apache-2.0
/// What may happen to a computer while a tunnel is wanted, as data.
@NullMarked
package org.ginnel.lab.leak.scenario;

import org.jspecify.annotations.NullMarked;
