// SPDX-License-Identifier: Apache-2.0
/// A robot that uses the real window as a newcomer would, for machines without a display.
@NullMarked
package org.ginnel.lab.drive;

import org.jspecify.annotations.NullMarked;
