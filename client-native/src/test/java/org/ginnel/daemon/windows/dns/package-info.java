// SPDX-License-Identifier: Apache-2.0
/// Resolvers of Windows, against a model of its registry.
@NullMarked
package org.ginnel.daemon.windows.dns;

import org.jspecify.annotations.NullMarked;
