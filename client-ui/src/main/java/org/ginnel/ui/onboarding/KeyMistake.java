// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.onboarding;

import org.ginnel.account.ApiKey;
import org.ginnel.ui.text.Message;

/// Says what makes a text no key. Quotes nothing of it.
final class KeyMistake {
    /// @param typed something that [ApiKey#parse(String)] does not take
    static Message in(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return Message.of("onboarding.keyMissing");
        }
        if (text.length() > ApiKey.MAX_LENGTH) {
            return Message.of("onboarding.keyTooLong", text.length(), ApiKey.MAX_LENGTH);
        }
        return text.chars().anyMatch(Character::isWhitespace)
                ? Message.of("onboarding.keySpaces")
                : Message.of("onboarding.keyCharacters");
    }

    private KeyMistake() {}
}
