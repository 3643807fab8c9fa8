// SPDX-License-Identifier: Apache-2.0
/// The clients that are put to the test, each behind the same small interface.
@NullMarked
package org.ginnel.lab.leak.subject;

import org.jspecify.annotations.NullMarked;
