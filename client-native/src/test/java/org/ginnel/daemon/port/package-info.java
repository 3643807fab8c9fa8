// SPDX-License-Identifier: Apache-2.0
/// Fakes of every port, and the contract that fakes and real adapters keep alike.
@NullMarked
package org.ginnel.daemon.port;

import org.jspecify.annotations.NullMarked;
