// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tarball;

import java.util.List;

/// One part of an installation. `ginnel-setup` knows of each kind whether it is there, how it is made, and how that is
/// undone; making one twice is making it once, and so is undoing it.
sealed interface Part {
    /// The line that `ginnel-setup` has of it: its kind and its words, with one space between them.
    String line();

    /// A folder that others share.
    record Folder(String path) implements Part {
        @Override
        public String line() {
            return "folder " + word(path);
        }
    }

    /// The folder that is ours alone, replaced as a whole.
    record Home(String path) implements Part {
        @Override
        public String line() {
            return "home " + word(path);
        }
    }

    /// A file outside the home, of mode 0644.
    record Outside(String path) implements Part {
        @Override
        public String line() {
            return "file " + word(path);
        }
    }

    /// A symbolic link.
    record Link(String path, String target) implements Part {
        @Override
        public String line() {
            return "link " + word(path) + " " + word(target);
        }
    }

    /// Whose members may connect and disconnect.
    record Group(String name) implements Part {
        @Override
        public String line() {
            return "group " + word(name);
        }
    }

    /// Units that start with the system.
    record Units(List<String> names) implements Part {
        public Units {
            names = List.copyOf(names);
        }

        @Override
        public String line() {
            return "units " + String.join(" ", names.stream().map(Part::word).toList());
        }
    }

    /// The running service.
    record Service(String unit) implements Part {
        @Override
        public String line() {
            return "service " + word(unit);
        }
    }

    private static String word(String word) {
        if (!word.matches("[\\w@+=:,./-]+")) {
            throw new IllegalArgumentException("a word that a shell might take apart: " + word);
        }
        return word;
    }
}
