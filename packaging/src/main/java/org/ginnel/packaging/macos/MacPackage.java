// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.macos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ginnel.daemon.macos.service.LaunchDaemon;
import org.ginnel.packaging.Command;
import org.ginnel.packaging.Version;
import org.ginnel.packaging.jpackage.AppImage;
import org.ginnel.packaging.jpackage.Desktop;
import org.ginnel.packaging.parts.Fetch;
import org.ginnel.packaging.parts.NativeParts;
import org.ginnel.packaging.supply.Added;
import org.ginnel.packaging.tree.Sources;
import org.ginnel.packaging.tree.Tree;

/// Makes `ginnel-VERSION-macos-ARCH.pkg`, which is not signed: who installs it has to allow it. Never run on a Mac.
///
/// @param sources of it
/// @param work an empty folder
/// @param architecture as Java calls it (`os.arch`)
/// @param fetch of the engine's source
public record MacPackage(Sources sources, Path work, String architecture, Fetch fetch) {
    private static final String ENGINE = "wireguard-go";
    private static final String OURS = "Library/Ginnel/";

    /// For the machine that packs.
    public static MacPackage ofThisMachine(Sources sources, Path work) {
        return new MacPackage(sources, work, System.getProperty("os.arch"), Fetch.of(sources.root()));
    }

    /// Puts the files together and packs them.
    ///
    /// @param out the folder that the package is put into
    /// @return the package
    public Path make(Path out) throws IOException {
        var texts = new MacTexts(sources);
        write("resources/Info.plist", texts.filled("Info.plist"));
        var image = new AppImage(Desktop.MACOS, sources, work);
        var bundle = image.make();
        var tree = new Tree(work.resolve("payload"), sources.time());
        Files.createDirectories(tree.root().resolve(OURS));
        Files.move(bundle, tree.root().resolve(OURS + "Ginnel.app"));
        for (var program : List.of("ginnel", "ginneld")) {
            tree.putProgram(OURS + "bin/" + program, texts.launcher(program));
        }
        tree.putProgram(OURS + "bin/ginnel-remove", texts.filled("ginnel-remove"));
        tree.put("Library/LaunchDaemons/" + LaunchDaemon.LABEL + ".plist", texts.service());
        tree.put("etc/paths.d/ginnel", MacTexts.HOME.resolve("bin") + "\n");
        tree.link("Applications/Ginnel.app", MacTexts.HOME.resolve("Ginnel.app").toString());
        for (var file : image.supply(putEngine(tree)).entrySet()) {
            tree.put(OURS + file.getKey(), file.getValue());
        }
        tree.date();
        new Tree(work.resolve("scripts"), sources.time()).putProgram("postinstall", texts.filled("postinstall"));
        write("components.plist", texts.filled("components.plist"));
        write("distribution.xml", texts.distribution(architecture));
        write("texts/LICENSE", sources.licence());
        var made = out.resolve("ginnel-%s-macos-%s.pkg".formatted(Version.OURS, MacTexts.architecture(architecture)));
        for (var command : packing(work, made)) {
            Command.run(command);
        }
        return made;
    }

    /// Built of its source, whose sum is pinned; what it needs besides is pinned by its own `go.sum`.
    ///
    /// @return the engine, and what of Go is linked into it: its runtime and `golang.org/x`, under one text
    private List<Added> putEngine(Tree tree) throws IOException {
        var part = NativeParts.read(sources.file(NativeParts.LIST)).named(ENGINE);
        var source = Files.createDirectories(work.resolve(ENGINE));
        for (var command : building(fetch.get(part), source, tree.root().resolve(OURS + "bin/" + ENGINE))) {
            Command.run(command);
        }
        return List.of(
                new Added(ENGINE, part.version(), part.licence(), Files.readString(source.resolve("LICENSE"))),
                new Added(
                        "go",
                        Command.run("go", "env", "GOVERSION").strip(),
                        "BSD-3-Clause",
                        sources.file("licences/go.txt")));
    }

    /// The commands that build the engine.
    static List<List<String>> building(Path archive, Path source, Path program) {
        return List.of(
                List.of("tar", "-xzf", archive.toString(), "-C", source.toString(), "--strip-components", "1"),
                List.of(
                        "go",
                        "build",
                        "-C",
                        source.toString(),
                        "-mod=readonly",
                        "-trimpath",
                        "-o",
                        program.toString()));
    }

    /// The commands that pack what lies in `work`.
    static List<List<String>> packing(Path work, Path made) {
        var component = work.resolve("component");
        return List.of(
                List.of("mkdir", "-p", component.toString()),
                List.of(
                        "pkgbuild",
                        "--root",
                        work.resolve("payload").toString(),
                        "--component-plist",
                        work.resolve("components.plist").toString(),
                        "--scripts",
                        work.resolve("scripts").toString(),
                        "--identifier",
                        MacTexts.PACKAGE,
                        "--version",
                        Version.OURS,
                        "--install-location",
                        "/",
                        "--ownership",
                        "recommended",
                        component.resolve("ginnel.pkg").toString()),
                List.of(
                        "productbuild",
                        "--distribution",
                        work.resolve("distribution.xml").toString(),
                        "--package-path",
                        component.toString(),
                        "--resources",
                        work.resolve("texts").toString(),
                        made.toString()));
    }

    private void write(String name, String text) throws IOException {
        var file = work.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
