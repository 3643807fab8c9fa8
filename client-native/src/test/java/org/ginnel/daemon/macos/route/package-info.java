// SPDX-License-Identifier: Apache-2.0
/// Routes of macOS, against a model of `route` and `netstat`.
@NullMarked
package org.ginnel.daemon.macos.route;

import org.jspecify.annotations.NullMarked;
