// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.deb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ginnel.packaging.image.Command;
import org.ginnel.packaging.image.Launchers;
import org.ginnel.packaging.image.Version;

/// Makes `ginnel_VERSION_ARCH.deb` of an image.
///
/// @param root of the checkout
/// @param image that was made by `bin/image`
/// @param work an empty folder
/// @param time of the release
record DebianPackage(Path root, Path image, Path work, Instant time) {
    private static final String HOME = "usr/lib/ginnel";
    private static final List<Integer> ICONS = List.of(16, 24, 32, 48, 64, 128, 256);
    private static final String ICON_FOLDER = "usr/share/icons/hicolor/";
    private static final String ID = "org.ginnel.Ginnel";

    /// Puts the files together and packs them.
    ///
    /// @return the package
    Path make() throws IOException {
        var tree = new Tree(work.resolve("root"), time);
        var architecture = Command.run("dpkg", "--print-architecture").strip();
        putImage(tree);
        putSystemd(tree, blanks(Map.of()));
        putDesktop(tree, blanks(Map.of("DATE", date().toString())));
        putDocuments(tree);
        putCompletions(tree);
        var size = tree.kibibytes();
        putControl(tree, blanks(Map.of("ARCH", architecture, "SIZE", Long.toString(size))));
        tree.date();
        var made = work.resolveSibling("ginnel_%s_%s.deb".formatted(Version.OURS, architecture));
        Command.run(
                "dpkg-deb",
                "--root-owner-group",
                "-Zzstd",
                "-z19",
                "--build",
                tree.root().toString(),
                made.toString());
        return made;
    }

    private Blanks blanks(Map<String, String> more) {
        var values = new java.util.HashMap<>(Map.of("HOME", "/" + HOME, "VERSION", Version.OURS));
        values.putAll(more);
        return new Blanks(values);
    }

    private LocalDate date() {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private void putImage(Tree tree) throws IOException {
        var home = tree.root().resolve(HOME);
        Files.createDirectories(home.getParent());
        Command.run("cp", "-a", image.toString(), home.toString());
        for (var launcher :
                new Launchers(root, image).running(Path.of("/" + HOME)).entrySet()) {
            tree.putProgram(HOME + "/bin/" + launcher.getKey(), launcher.getValue());
        }
        tree.link("usr/bin/ginnel", "../lib/ginnel/bin/ginnel");
        tree.link("usr/bin/ginnel-ui", "../lib/ginnel/bin/ginnel-ui");
        tree.link("usr/sbin/ginneld", "../lib/ginnel/bin/ginneld");
    }

    private void putSystemd(Tree tree, Blanks blanks) throws IOException {
        for (var unit : List.of("ginneld.service", "ginnel-lock.service")) {
            tree.put("usr/lib/systemd/system/" + unit, blanks.fill(text("systemd/" + unit)));
        }
        tree.put("usr/lib/sysusers.d/ginnel.conf", text("systemd/ginnel.sysusers"));
    }

    private void putDesktop(Tree tree, Blanks blanks) throws IOException {
        tree.put("usr/share/applications/" + ID + ".desktop", text(ID + ".desktop"));
        tree.put("usr/share/metainfo/" + ID + ".metainfo.xml", blanks.fill(text(ID + ".metainfo.xml")));
        tree.put(ICON_FOLDER + "scalable/apps/" + ID + ".svg", text("icons/" + ID + ".svg"));
        for (var size : ICONS) {
            var icon = Files.readAllBytes(source("icons/" + size + ".png"));
            tree.put(ICON_FOLDER + size + "x" + size + "/apps/" + ID + ".png", icon);
        }
    }

    private void putDocuments(Tree tree) throws IOException {
        tree.putZipped("usr/share/doc/ginnel/changelog", Files.readString(root.resolve("CHANGELOG.md")));
        tree.put("usr/share/doc/ginnel/copyright", text("debian/copyright"));
        var commands = said("ginnel", "--help")
                .lines()
                .flatMap(line -> Stream.of(line).filter(it -> it.matches("  [a-z]+ {2,}.*")))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();
        var texts = new java.util.ArrayList<>(List.of(new ManPage.Text("SYNOPSIS", said("ginnel", "--help"))));
        for (var command : commands) {
            texts.add(new ManPage.Text(command, said("ginnel", command, "--help")));
        }
        var line = new ManPage("ginnel", 1, "the Ginnel VPN on the command line", texts, List.of("ginneld(8)"));
        var help = List.of(new ManPage.Text("SYNOPSIS", said("ginneld", "--help")));
        var daemon = new ManPage("ginneld", 8, "the service of the Ginnel VPN", help, List.of("ginnel(1)"));
        tree.putZipped("usr/share/man/man1/ginnel.1", line.render(Version.OURS, date()));
        tree.putZipped("usr/share/man/man8/ginneld.8", daemon.render(Version.OURS, date()));
    }

    private void putCompletions(Tree tree) throws IOException {
        tree.put("usr/share/bash-completion/completions/ginnel", said("ginnel", "completion", "bash"));
        tree.put("usr/share/zsh/vendor-completions/_ginnel", said("ginnel", "completion", "zsh"));
        tree.put("usr/share/fish/vendor_completions.d/ginnel.fish", said("ginnel", "completion", "fish"));
    }

    private void putControl(Tree tree, Blanks blanks) throws IOException {
        tree.put("DEBIAN/md5sums", tree.md5sums());
        tree.put("DEBIAN/control", blanks.fill(text("debian/control")));
        for (var script : List.of("postinst", "prerm", "postrm")) {
            tree.putProgram("DEBIAN/" + script, blanks.fill(text("debian/" + script)));
        }
    }

    private String said(String program, String... words) throws IOException {
        return Command.run(
                Stream.concat(Stream.of(image.resolve("bin").resolve(program).toString()), Stream.of(words))
                        .toList());
    }

    private String text(String name) throws IOException {
        return Files.readString(source(name));
    }

    private Path source(String name) {
        return root.resolve("packaging/src/main/linux").resolve(name);
    }
}
