// SPDX-License-Identifier: Apache-2.0
/// How Windows runs the daemon, as data for an installer.
@NullMarked
package org.ginnel.daemon.windows.service;

import org.jspecify.annotations.NullMarked;
