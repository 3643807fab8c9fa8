// SPDX-License-Identifier: Apache-2.0
/// Tests that drive the real window against a fake daemon.
@NullMarked
package org.ginnel.ui;

import org.jspecify.annotations.NullMarked;
