// SPDX-License-Identifier: Apache-2.0
/// The contract between the daemon and its clients: messages, their codec, and the client side of the socket.
@NullMarked
package org.ginnel.control;

import org.jspecify.annotations.NullMarked;
