// SPDX-License-Identifier: Apache-2.0
/// How a device and the service agree on a pre-shared key that never travels, not even for somebody with a quantum
/// computer who records everything.
@NullMarked
package org.ginnel.agreement;

import org.jspecify.annotations.NullMarked;
