// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tarball;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.packaging.tree.Places;

/// What an installation consists of, in the order in which it is made. It is undone in the opposite one, so whatever
/// needs another part comes after it: files after their folder, units after their files, the service last.
///
/// @param parts in that order
record Plan(List<Part> parts) {
    /// What `ginnel-setup` is called in the home and outside of it.
    static final String SETUP = "ginnel-setup";

    Plan {
        parts = List.copyOf(parts);
    }

    /// The plan for a tree.
    ///
    /// @param places of the tree
    /// @param files outside the home by their path without a `/` in front; of links, where they lead
    static Plan of(Places places, SortedMap<String, Optional<String>> files) {
        var home = "/" + places.home();
        var parts = new ArrayList<Part>();
        folders(Stream.of(places.home())).forEach(parts::add);
        parts.add(new Part.Home(home));
        parts.add(new Part.Group("ginnel"));
        folders(files.keySet().stream())
                .filter(folder -> !parts.contains(folder))
                .forEach(parts::add);
        files.forEach((path, target) -> parts.add(part("/" + path, target)));
        parts.add(new Part.Units(List.of("ginnel-lock.service", "ginneld.service")));
        parts.add(new Part.Service("ginneld.service"));
        return new Plan(parts);
    }

    private static Part part(String path, Optional<String> target) {
        return target.<Part>map(to -> new Part.Link(path, to)).orElseGet(() -> new Part.Outside(path));
    }

    /// All folders above the paths, each after the one that it is in.
    private static Stream<Part> folders(Stream<String> paths) {
        var folders = new TreeSet<String>();
        paths.forEach(path -> {
            for (var end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
                folders.add("/" + path.substring(0, end));
            }
        });
        return folders.stream().map(Part.Folder::new);
    }

    /// As `ginnel-setup` has it: a line for each part.
    String lines() {
        return parts.stream().map(Part::line).collect(Collectors.joining("\n"));
    }
}
