// SPDX-License-Identifier: Apache-2.0
/// The device of macOS, against a model of its programs.
@NullMarked
package org.ginnel.daemon.macos.device;

import org.jspecify.annotations.NullMarked;
