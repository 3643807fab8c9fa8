// SPDX-License-Identifier: Apache-2.0
/// The second factor of those who administer over HTTP: codes that change every half minute, and codes for when the
/// phone is lost.
@NullMarked
package org.ginnel.provisioning.factor;

import org.jspecify.annotations.NullMarked;
