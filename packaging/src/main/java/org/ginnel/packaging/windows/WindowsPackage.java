// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.windows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.ginnel.packaging.Command;
import org.ginnel.packaging.PackagingException;
import org.ginnel.packaging.Version;
import org.ginnel.packaging.jpackage.AppImage;
import org.ginnel.packaging.jpackage.Desktop;
import org.ginnel.packaging.parts.Fetch;
import org.ginnel.packaging.parts.NativeParts;
import org.ginnel.packaging.supply.Added;
import org.ginnel.packaging.tree.Sources;

/// Makes `ginnel-VERSION-windows-ARCH.msi`, which is not signed. Never run on Windows.
///
/// @param sources of it
/// @param work an empty folder
/// @param architecture as Java calls it (`os.arch`)
/// @param fetch of WireGuardNT
public record WindowsPackage(Sources sources, Path work, String architecture, Fetch fetch) {
    private static final String DRIVER = "wireguard-nt";

    /// For the machine that packs.
    public static WindowsPackage ofThisMachine(Sources sources, Path work) {
        return new WindowsPackage(sources, work, System.getProperty("os.arch"), Fetch.of(sources.root()));
    }

    /// Puts the files together and packs them.
    ///
    /// @param out the folder that the package is put into
    /// @return the package
    public Path make(Path out) throws IOException {
        var parts = NativeParts.read(sources.file(NativeParts.LIST));
        var part = parts.named(DRIVER);
        var driver = fetch.get(part); // first, as everything else takes minutes
        var image = new AppImage(Desktop.WINDOWS, sources, work);
        var folder = image.make();
        var licence = putDriver(driver, folder.resolve("app"));
        var added = List.of(new Added(DRIVER, part.version(), part.licence(), licence));
        for (var file : image.supply(added).entrySet()) {
            var text = folder.resolve(file.getKey());
            Files.createDirectories(text.getParent());
            Files.writeString(text, file.getValue());
        }
        var source = Files.writeString(work.resolve("ginnel.wxs"), new WindowsTexts(sources).wix());
        var made = out.resolve("ginnel-%s-windows-%s.msi".formatted(Version.OURS, wix(architecture)));
        Command.run(packing(source, work, made));
        return made;
    }

    /// The library and the licence under which it may be given along.
    ///
    /// @return the licence's text
    private String putDriver(Path archive, Path app) throws IOException {
        var licence = app.resolve("wireguard-nt-LICENSE.txt");
        try (var zip = new ZipFile(archive.toFile())) {
            copy(zip, DRIVER + "/bin/" + theirs(architecture) + "/wireguard.dll", app.resolve("wireguard.dll"));
            copy(zip, DRIVER + "/LICENSE.txt", licence);
        }
        return Files.readString(licence);
    }

    private static void copy(ZipFile zip, String entry, Path file) throws IOException {
        var found = zip.getEntry(entry);
        if (found == null) {
            throw new PackagingException(zip.getName() + " has no " + entry);
        }
        try (var in = zip.getInputStream(found)) {
            Files.copy(in, file);
        }
    }

    /// The command that packs what lies in `work`.
    List<String> packing(Path source, Path work, Path made) {
        return List.of(
                "wix",
                "build",
                source.toString(),
                "-arch",
                wix(architecture),
                "-bindpath",
                work.toString(),
                "-ext",
                "WixToolset.Util.wixext",
                "-o",
                made.toString());
    }

    /// As WiX calls it.
    private static String wix(String architecture) {
        return switch (architecture) {
            case "amd64" -> "x64";
            case "aarch64" -> "arm64";
            default -> throw new PackagingException("Ginnel is not packed for " + architecture + " yet");
        };
    }

    /// As the archive of WireGuardNT calls it.
    private static String theirs(String architecture) {
        return "aarch64".equals(architecture) ? "arm64" : "amd64";
    }
}
