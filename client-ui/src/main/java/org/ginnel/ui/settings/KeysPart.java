// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import java.time.Instant;
import java.util.Optional;
import org.ginnel.control.Snapshot;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.ui.link.KeyChange;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Units;

/// What the settings show of the keys that tunnels run on.
///
/// @param age how long they are used, and since when, where that is known
/// @param news what came of the wish for others; empty for no wish
/// @param refused whether that is why it was not granted
public record KeysPart(Message age, Optional<Message> news, boolean refused) {
    /// Empty while nobody is logged in, when this computer has no such keys.
    static Optional<KeysPart> of(Snapshot snapshot, KeyChange.News news, Instant now) {
        return snapshot.account()
                .map(_ -> new KeysPart(age(snapshot, now), told(news), news instanceof KeyChange.News.Refused));
    }

    private static Message age(Snapshot snapshot, Instant now) {
        var time = Units.set(snapshot.settings().keyTime());
        return snapshot.key()
                .flatMap(TunnelKey::made)
                .map(made -> Message.of("settings.keysMade", time, Units.ago(made, now)))
                .orElseGet(() -> Message.of("settings.keysEvery", time));
    }

    private static Optional<Message> told(KeyChange.News news) {
        return switch (news) {
            case KeyChange.News.None(), KeyChange.News.Asked() -> Optional.empty();
            case KeyChange.News.Noted() -> Optional.of(Message.of("settings.keysNoted"));
            case KeyChange.News.Moving _ -> Optional.of(Message.of("settings.keysMoving"));
            case KeyChange.News.Moved() -> Optional.of(Message.of("settings.keysMoved"));
            case KeyChange.News.Refused(var cause) -> {
                var problem = Problem.of(cause);
                yield Optional.of(Message.of("settings.keysRefused", problem.why(), problem.next()));
            }
        };
    }
}
