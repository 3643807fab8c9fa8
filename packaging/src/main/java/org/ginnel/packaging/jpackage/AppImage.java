// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.jpackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.ginnel.packaging.Command;
import org.ginnel.packaging.PackagingException;
import org.ginnel.packaging.image.Layout;
import org.ginnel.packaging.image.Program;
import org.ginnel.packaging.supply.Added;
import org.ginnel.packaging.supply.Supply;
import org.ginnel.packaging.tree.Sources;

/// Our programs with their Java, as jpackage lays them out; without the caches of the image for Linux. Never run on
/// the systems it is for.
///
/// @param sources of it
/// @param work an empty folder
public record AppImage(Desktop desktop, Sources sources, Path work) {
    /// The window, which is jpackage's main launcher. It is not called `Ginnel`, which on a disk that takes capitals
    /// for small letters would be the command line's file.
    public static final String MAIN = "ginnel-ui";

    private static final List<Integer> ICONS = List.of(16, 32, 48, 64, 128, 256);

    /// Makes the image.
    ///
    /// @return its top: a bundle on macOS, a folder on Windows
    public Path make() throws IOException {
        var layout = new Layout(sources.root(), sources.image());
        var input = Files.createDirectories(work.resolve("input"));
        var modules = Files.createDirectories(work.resolve("javafx"));
        for (var program : Program.ALL) {
            copy(List.of(layout.jar(program)), input);
            copy(layout.libraries(program), input);
        }
        copy(layout.javafx(), modules);
        unpackJna(layout.libraries(AppOptions.program("ginneld")), input);
        putIcon();
        var options = new AppOptions(desktop, work);
        for (var launcher : options.launchers().entrySet()) {
            Files.writeString(work.resolve(launcher.getKey() + ".properties"), launcher.getValue());
        }
        Command.run(options.command());
        return switch (desktop) {
            case MACOS -> work.resolve("image").resolve(MAIN + ".app");
            case WINDOWS -> work.resolve("image").resolve(MAIN);
        };
    }

    /// Of what the image is made, for the folder that it is installed in.
    ///
    /// @param added what is put beside it
    public SortedMap<String, String> supply(List<Added> added) throws IOException {
        var release = Path.of(System.getProperty("java.home"), "release");
        return new Supply(sources.root(), work.resolve("input"), release, desktop.javasLicence(), added, sources.time())
                .files();
    }

    private void putIcon() throws IOException {
        var pictures = new TreeMap<Integer, byte[]>();
        for (var size : ICONS) {
            pictures.put(size, sources.bytes("icons/" + size + ".png"));
        }
        var icon = switch (desktop) {
            case MACOS -> Icons.icns(pictures);
            case WINDOWS -> Icons.ico(pictures);
        };
        Files.write(work.resolve("ginnel." + desktop.iconSuffix()), icon);
    }

    /// Libraries of several programs are the same file.
    private static void copy(List<Path> files, Path folder) throws IOException {
        for (var file : files) {
            var copy = folder.resolve(file.getFileName());
            if (!Files.exists(copy)) {
                Files.copy(file, copy);
            }
        }
    }

    /// So that none of it is unpacked into a temporary folder, from where anybody's could be loaded.
    private void unpackJna(List<Path> libraries, Path input) throws IOException {
        var entry = desktop.jnaEntry(System.getProperty("os.arch"));
        for (var library : libraries) {
            try (var jar = new JarFile(library.toFile(), false)) {
                var found = jar.getJarEntry(entry);
                if (found != null) {
                    try (var in = jar.getInputStream(found)) {
                        Files.copy(in, input.resolve(desktop.jnaLibrary()));
                    }
                    return;
                }
            }
        }
        throw new PackagingException("no jar of the daemon has " + entry);
    }
}
