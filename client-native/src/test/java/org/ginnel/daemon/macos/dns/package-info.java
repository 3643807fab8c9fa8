// SPDX-License-Identifier: Apache-2.0
/// Resolvers of macOS, against a model of `scutil`.
@NullMarked
package org.ginnel.daemon.macos.dns;

import org.jspecify.annotations.NullMarked;
