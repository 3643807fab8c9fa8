// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.util.Map;
import java.util.Optional;
import org.ginnel.ui.onboarding.DemoNetwork;
import org.ginnel.ui.theme.Theme;

/// What the window takes from its environment; no other class reads a `GINNEL_*` variable for it.
///
/// @param theme the user's choice of colours; the system decides when empty
/// @param demo a network to try
/// @param timing whether to print when the first frame was there
/// @param exitAfterFirstFrame whether to end then
record Surroundings(Optional<Theme> theme, Optional<DemoNetwork> demo, boolean timing, boolean exitAfterFirstFrame) {
    static Surroundings from(Map<String, String> environment) {
        return new Surroundings(
                Theme.named(environment),
                DemoNetwork.from(environment),
                "1".equals(environment.get("GINNEL_TIMING")),
                "1".equals(environment.get("GINNEL_EXIT_AFTER_FIRST_FRAME")));
    }
}
