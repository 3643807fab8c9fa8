// SPDX-License-Identifier: Apache-2.0
/// What the test internet is made of, as plain data: addresses, routes and rules of every machine.
@NullMarked
package org.ginnel.lab.net;

import org.jspecify.annotations.NullMarked;
