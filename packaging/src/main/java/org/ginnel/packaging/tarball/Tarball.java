// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tarball;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.ginnel.packaging.Command;
import org.ginnel.packaging.Version;
import org.ginnel.packaging.tree.Blanks;
import org.ginnel.packaging.tree.LinuxTree;
import org.ginnel.packaging.tree.Places;
import org.ginnel.packaging.tree.Sources;
import org.ginnel.packaging.tree.Tree;

/// Makes `ginnel-VERSION-linux-ARCH.tar.xz`: what is to be installed in `files`, and beside it `ginnel-setup`.
///
/// @param sources of it
/// @param work an empty folder
public record Tarball(Sources sources, Path work) {
    private static final String SUMS = "SHA256SUMS";
    private static final String FILES = "files/";

    /// Puts the files together and packs them.
    ///
    /// @param out the folder that the archive is put into
    /// @return the archive
    public Path make(Path out) throws IOException {
        var places = Places.LOCAL;
        var name = "ginnel-%s-linux-%s".formatted(Version.OURS, System.getProperty("os.arch"));
        var all = new Tree(work.resolve(name), sources.time());
        var tree = new Tree(all.root().resolve(FILES), sources.time());
        var files = new LinuxTree(sources, places, tree);
        files.put();
        files.link(places.sbin(), Plan.SETUP);
        var setup = setup(files.blanks(), sources, Plan.of(places, tree.outside(places.home())));
        tree.putProgram(places.home() + "/bin/" + Plan.SETUP, setup);
        tree.put(
                places.home() + "/" + SUMS,
                new Tree(tree.root().resolve(places.home()), sources.time()).sums("SHA-256"));
        all.putProgram(Plan.SETUP, setup);
        all.put("README", files.blanks().fill(sources.text("tarball/README")));
        all.put("LICENSE", sources.licence());
        all.put(SUMS, sumsOutsideHome(all, places));
        all.date();
        return pack(name, out);
    }

    /// The home has sums of its own, which are looked at when it was copied.
    private static String sumsOutsideHome(Tree all, Places places) throws IOException {
        var home = FILES + places.home() + "/";
        return all.sums("SHA-256", path -> !path.startsWith(home) || path.equals(home + SUMS));
    }

    /// The script with its parts.
    static String setup(Blanks blanks, Sources sources, Plan plan) throws IOException {
        var more = Map.of(
                "PARTS", plan.lines(), "TIME", Long.toString(sources.time().getEpochSecond()));
        return blanks.and(more).fill(sources.text("tarball/" + Plan.SETUP));
    }

    private Path pack(String name, Path out) throws IOException {
        var made = out.resolve(name + ".tar.xz");
        Command.run(
                "tar",
                "--sort=name",
                "--owner=0",
                "--group=0",
                "--numeric-owner",
                "--format=gnu",
                "--mtime=@" + sources.time().getEpochSecond(),
                "--use-compress-program=xz -9",
                "--directory=" + work,
                "-cf",
                made.toString(),
                name);
        return made;
    }
}
