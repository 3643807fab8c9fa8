// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.ui.file.TextFiles;

/// Files in memory; the user always names the one that is proposed.
public final class FakeFiles implements TextFiles {
    /// What was saved, by name.
    public final Map<String, String> saved = new LinkedHashMap<>();

    private Optional<Opened> next = Optional.empty();
    private boolean full;

    /// The file that the user opens next.
    public void opening(Opened opened) {
        next = Optional.of(opened);
    }

    /// From now on the disk is full.
    public void fill() {
        full = true;
    }

    @Override
    public void save(String name, String text, Consumer<Saved> then) {
        if (full) {
            then.accept(new Saved.Failed("No space left on device"));
        } else {
            saved.put(name, text);
            then.accept(new Saved.Done("/home/u/" + name));
        }
    }

    @Override
    public void open(Consumer<Opened> then) {
        next.ifPresent(then);
    }
}
