// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.rpm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.packaging.Command;
import org.ginnel.packaging.PackagingException;
import org.ginnel.packaging.Version;
import org.ginnel.packaging.tree.Blanks;
import org.ginnel.packaging.tree.LinuxTree;
import org.ginnel.packaging.tree.Places;
import org.ginnel.packaging.tree.Scripts;
import org.ginnel.packaging.tree.Sources;
import org.ginnel.packaging.tree.Tree;

/// Makes `ginnel-VERSION-1.ARCH.rpm`. Nothing of the machine that packs gets into it: no name, no time, no file that
/// rpmbuild adds or changes by itself.
///
/// @param sources of it
/// @param work an empty folder
public record RpmPackage(Sources sources, Path work) {
    /// Puts the files together and packs them.
    ///
    /// @param out the folder that the package is put into
    /// @return the package
    public Path make(Path out) throws IOException {
        var tree = new Tree(work.resolve("root"), sources.time());
        var files = new LinuxTree(sources, Places.RPM, tree);
        files.put();
        tree.put("usr/lib/sysusers.d/ginnel.conf", sources.text("systemd/ginnel.sysusers"));
        tree.put("usr/share/doc/ginnel/CHANGELOG.md", sources.changelog());
        tree.put("usr/share/licenses/ginnel/LICENSE", sources.licence());
        tree.date();
        var spec = Files.writeString(
                work.resolve("ginnel.spec"),
                spec(sources, files.blanks(), tree.outside(Places.RPM.home()).keySet()));
        var architecture = architecture();
        Command.run(
                "env",
                "SOURCE_DATE_EPOCH=" + sources.time().getEpochSecond(),
                "rpmbuild",
                "-bb",
                "--quiet",
                "--target",
                architecture,
                "--define",
                "_topdir " + work.resolve("build"),
                "--define",
                "_rpmdir " + out,
                "--define",
                "ginnel_tree " + tree.root(),
                spec.toString());
        return out.resolve("ginnel-%s-1.%s.rpm".formatted(Version.OURS, architecture));
    }

    /// The spec file.
    ///
    /// @param outside what the package has outside its home
    static String spec(Sources sources, Blanks blanks, Set<String> outside) throws IOException {
        var files = Stream.concat(Stream.of(Places.RPM.home()), outside.stream())
                .map(path -> "/" + path)
                .collect(Collectors.joining("\n"));
        var pieces = new Scripts(sources, blanks).pieces();
        return blanks.and(pieces).and(Map.of("FILES", files)).fill(sources.text("rpm/ginnel.spec"));
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "aarch64";
            default -> throw new PackagingException("no name for " + System.getProperty("os.arch") + " with RPM");
        };
    }
}
