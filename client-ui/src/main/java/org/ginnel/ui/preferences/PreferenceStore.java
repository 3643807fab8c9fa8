// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The preferences that hold now. Used on the window's thread only.
public final class PreferenceStore {
    private final PreferencesFile file;
    private final List<Consumer<Preferences>> listeners = new ArrayList<>();
    private Preferences now;

    /// Begins with what the file says.
    public PreferenceStore(PreferencesFile file) {
        this.file = file;
        this.now = file.read();
    }

    /// What holds now.
    public Preferences now() {
        return now;
    }

    /// Tells `listener` of every change from now on.
    public void onChange(Consumer<Preferences> listener) {
        listeners.add(listener);
    }

    /// Makes it so, keeps it, and tells everybody, unless it is so already.
    public void change(UnaryOperator<Preferences> how) {
        var next = how.apply(now);
        if (!next.equals(now)) {
            now = next;
            file.write(next);
            List.copyOf(listeners).forEach(listener -> listener.accept(next));
        }
    }
}
