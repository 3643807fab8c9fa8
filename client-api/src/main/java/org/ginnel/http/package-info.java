// SPDX-License-Identifier: Apache-2.0
/// The operator's API, called from any thread: bounded, timed, with failures that say what they are.
@NullMarked
package org.ginnel.http;

import org.jspecify.annotations.NullMarked;
