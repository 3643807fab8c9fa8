// SPDX-License-Identifier: Apache-2.0
/// What the daemon remembers of tunnels that were up: when, where, how much, and why they ended.
@NullMarked
package org.ginnel.history;

import org.jspecify.annotations.NullMarked;
