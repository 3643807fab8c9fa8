// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.onboarding;

import java.util.Optional;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Message;

/// Everything the first screen shows besides what the user has typed.
///
/// @param form counts the forms handed out; a new one starts empty
/// @param keyMistake what is wrong with the key as typed
/// @param addressMistake what is wrong with the address as typed
/// @param problem what came of trying
/// @param busy whether the key is being tried now
/// @param demo whether there is a demo network
public record OnboardingScreen(
        int form,
        Optional<Message> keyMistake,
        Optional<Message> addressMistake,
        Optional<Problem> problem,
        boolean busy,
        boolean demo) {

    static OnboardingScreen untouched(int form, boolean demo) {
        return new OnboardingScreen(form, Optional.empty(), Optional.empty(), Optional.empty(), false, demo);
    }

    OnboardingScreen trying() {
        return new OnboardingScreen(form, Optional.empty(), Optional.empty(), Optional.empty(), true, demo);
    }

    OnboardingScreen mistaken(Optional<Message> key, Optional<Message> address) {
        return new OnboardingScreen(form, key, address, Optional.empty(), false, demo);
    }

    OnboardingScreen failed(Problem why) {
        return new OnboardingScreen(form, Optional.empty(), Optional.empty(), Optional.of(why), false, demo);
    }

    OnboardingScreen calledOff() {
        return untouched(form, demo);
    }

    OnboardingScreen next() {
        return untouched(form + 1, demo);
    }
}
