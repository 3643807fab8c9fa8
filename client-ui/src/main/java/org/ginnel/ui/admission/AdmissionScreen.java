// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.admission;

import java.util.Optional;

/// What is told to who may not change anything.
///
/// @param barred whether this user may not; nothing is shown else
/// @param askable whether an administrator can be asked
/// @param asking whether one is being asked
/// @param command for an administrator's terminal, once asking was no use
public record AdmissionScreen(boolean barred, boolean askable, boolean asking, Optional<String> command) {
    /// Nothing is told.
    static final AdmissionScreen HIDDEN = new AdmissionScreen(false, false, false, Optional.empty());
}
