// SPDX-License-Identifier: Apache-2.0
/// Announces a release: makes the key that announcements are signed with, and signs them. For whoever makes releases,
/// on
/// the machine that has the key.
@NullMarked
package org.ginnel.packaging.update;

import org.jspecify.annotations.NullMarked;
