// SPDX-License-Identifier: Apache-2.0
/// What the daemon needs of a system; one adapter package per system implements it.
@NullMarked
package org.ginnel.daemon.port;

import org.jspecify.annotations.NullMarked;
