// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import java.util.List;
import org.ginnel.ui.text.Message;

/// How far an export, an import or a reset has come.
public sealed interface Exchange {
    /// Nobody asked for one.
    record Idle() implements Exchange {}

    /// This came of the last one.
    record Told(Message news) implements Exchange {}

    /// These changes are ready, and the user is asked whether they are wanted.
    record Offered(List<Message> changes) implements Exchange {
        public Offered {
            changes = List.copyOf(changes);
        }
    }

    /// The user is asked whether everything is to be as at first.
    record Resetting() implements Exchange {}
}
