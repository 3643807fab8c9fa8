// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import org.ginnel.control.Reply;
import org.ginnel.history.History;

/// What the fake daemon remembers: what the scenario says, until it is told to forget.
final class FakeMemory {
    private History history;

    FakeMemory(History history) {
        this.history = history;
    }

    Reply remembered() {
        return new Reply.Remembered(history);
    }

    Reply keep(boolean keep) {
        if (keep != history.kept()) {
            history = keep ? History.empty() : History.off();
        }
        return remembered();
    }

    Reply delete() {
        history = history.kept() ? History.empty() : History.off();
        return remembered();
    }
}
