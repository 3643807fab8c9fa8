// SPDX-License-Identifier: Apache-2.0
/// The device of Windows, against a model of its driver.
@NullMarked
package org.ginnel.daemon.windows.device;

import org.jspecify.annotations.NullMarked;
