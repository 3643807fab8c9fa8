// SPDX-License-Identifier: Apache-2.0
/// Tests of the real window on the real daemon.
@NullMarked
package org.ginnel.lab.drive;

import org.jspecify.annotations.NullMarked;
