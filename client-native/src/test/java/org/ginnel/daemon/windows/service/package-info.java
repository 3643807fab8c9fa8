// SPDX-License-Identifier: Apache-2.0
/// Goldens and decisions.
@NullMarked
package org.ginnel.daemon.windows.service;

import org.jspecify.annotations.NullMarked;
