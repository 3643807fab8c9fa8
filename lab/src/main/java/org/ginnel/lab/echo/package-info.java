// SPDX-License-Identifier: Apache-2.0
/// Programs of the client that use the target's echo and notice what a switch of tunnels costs them.
@NullMarked
package org.ginnel.lab.echo;

import org.jspecify.annotations.NullMarked;
