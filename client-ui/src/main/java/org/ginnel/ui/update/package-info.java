// SPDX-License-Identifier: Apache-2.0
/// Whether a newer release is there: asked for at most once a day, only through the tunnel and only when the
/// user wants that; verified before anything is said; never downloaded, and never run.
@NullMarked
package org.ginnel.ui.update;

import org.jspecify.annotations.NullMarked;
