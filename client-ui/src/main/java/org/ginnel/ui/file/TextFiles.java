// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.file;

import java.util.function.Consumer;

/// Texts in files that the user names. Called on the window's thread, and answers on it; says nothing when the user
/// names none.
public interface TextFiles {
    /// Asks where to, and writes it there.
    ///
    /// @param name what the file is called unless the user says otherwise
    void save(String name, String text, Consumer<Saved> then);

    /// Asks which, and reads it.
    void open(Consumer<Opened> then);

    /// What came of a text to be written.
    sealed interface Saved {
        /// It stands in that file.
        record Done(String file) implements Saved {}

        /// It does not, and this is what the system said.
        record Failed(String why) implements Saved {}
    }

    /// What came of a text to be read.
    sealed interface Opened {
        /// This stands in the file.
        record Text(String text) implements Opened {}

        /// It could not be read, and this is what the system said.
        record Failed(String why) implements Opened {}
    }
}
