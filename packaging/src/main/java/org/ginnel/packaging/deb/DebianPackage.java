// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.deb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ginnel.packaging.Command;
import org.ginnel.packaging.Version;
import org.ginnel.packaging.tree.LinuxTree;
import org.ginnel.packaging.tree.Places;
import org.ginnel.packaging.tree.Scripts;
import org.ginnel.packaging.tree.Sources;
import org.ginnel.packaging.tree.Tree;

/// Makes `ginnel_VERSION_ARCH.deb`.
///
/// @param sources of it
/// @param work an empty folder
public record DebianPackage(Sources sources, Path work) {
    static final List<String> SCRIPTS = List.of("postinst", "prerm", "postrm");

    /// Puts the files together and packs them.
    ///
    /// @param out the folder that the package is put into
    /// @return the package
    public Path make(Path out) throws IOException {
        var tree = new Tree(work.resolve("root"), sources.time());
        var files = new LinuxTree(sources, Places.DEBIAN, tree);
        files.put();
        tree.putZipped("usr/share/doc/ginnel/changelog", sources.changelog());
        tree.put("usr/share/doc/ginnel/copyright", sources.text("debian/copyright"));
        tree.put("usr/lib/sysusers.d/ginnel.conf", sources.text("systemd/ginnel.sysusers"));
        var architecture = Command.run("dpkg", "--print-architecture").strip();
        putControl(files, Map.of("ARCH", architecture, "SIZE", Long.toString(tree.kibibytes())));
        tree.date();
        var made = out.resolve("ginnel_%s_%s.deb".formatted(Version.OURS, architecture));
        Command.run(
                "env",
                "SOURCE_DATE_EPOCH=" + sources.time().getEpochSecond(), // for links, whose own time Java cannot set
                "dpkg-deb",
                "--root-owner-group",
                "-Zxz", // a tenth smaller than zstd at its best, and made in half the time
                "-z9", // it finds again what is in several caches, and takes 65 MB to unpack
                "--build",
                tree.root().toString(),
                made.toString());
        return made;
    }

    private void putControl(LinuxTree files, Map<String, String> facts) throws IOException {
        var tree = files.tree();
        tree.put("DEBIAN/md5sums", tree.sums("MD5"));
        tree.put("DEBIAN/control", files.blanks().and(facts).fill(sources.text("debian/control")));
        var scripts = new Scripts(sources, files.blanks());
        for (var script : SCRIPTS) {
            tree.putProgram("DEBIAN/" + script, scripts.filled("debian/" + script));
        }
    }
}
