// SPDX-License-Identifier: Apache-2.0
/// Who answers names on macOS: an entry of the dynamic store, by `scutil`.
@NullMarked
package org.ginnel.daemon.macos.dns;

import org.jspecify.annotations.NullMarked;
