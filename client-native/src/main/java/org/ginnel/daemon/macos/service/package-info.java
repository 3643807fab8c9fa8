// SPDX-License-Identifier: Apache-2.0
/// How macOS runs the daemon, as text for an installer.
@NullMarked
package org.ginnel.daemon.macos.service;

import org.jspecify.annotations.NullMarked;
