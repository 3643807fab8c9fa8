// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.macos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ginnel.daemon.macos.service.LaunchDaemon;
import org.ginnel.packaging.PackagingException;
import org.ginnel.packaging.Version;
import org.ginnel.packaging.tree.Blanks;
import org.ginnel.packaging.tree.Sources;

/// The texts of the package: `src/main/macos` with its blanks filled, and the property list that the daemon's own
/// adapter writes. Pure but for reading those files; goldens in `golden/macos`.
record MacTexts(Sources sources) {
    /// Where all of ours is, root's alone: `/Applications` may be written by every administrator without a password,
    /// and what is started as root must not lie there.
    static final Path HOME = Path.of("/Library/Ginnel");

    /// What receipts call the package.
    static final String PACKAGE = "org.ginnel.pkg";

    /// The oldest macOS that JavaFX 26 and JDK 25 are taken to run on; from memory, never tried.
    private static final String SYSTEM = "12.0";

    private static final List<String> LANGUAGES = List.of("ar", "de", "en", "es", "fr", "ja", "pt", "zh");

    /// By what the file is called in `src/main/macos`.
    String filled(String name) throws IOException {
        return blanks().fill(sources.file("macos/" + name));
    }

    /// Starts one of our programs.
    String launcher(String program) throws IOException {
        return blanks().and(Map.of("PROGRAM", program)).fill(sources.file("macos/launcher"));
    }

    /// For launchd.
    String service() {
        return LaunchDaemon.plist(HOME.resolve("bin/ginneld"));
    }

    /// For `productbuild`.
    ///
    /// @param architecture as Java calls it (`os.arch`)
    String distribution(String architecture) throws IOException {
        return blanks().and(Map.of("ARCH", architecture(architecture))).fill(sources.file("macos/distribution.xml"));
    }

    /// As Apple calls it.
    static String architecture(String architecture) {
        return switch (architecture) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm64";
            default -> throw new PackagingException("no Mac has " + architecture);
        };
    }

    private static Blanks blanks() {
        var languages = LANGUAGES.stream()
                .map(language -> "        <string>" + language + "</string>")
                .collect(Collectors.joining("\n"));
        return new Blanks(Map.of(
                "HOME",
                HOME.toString(),
                "SOCKET",
                LaunchDaemon.SOCKET.toString(),
                "RUN",
                LaunchDaemon.SOCKET.resolve("..").normalize().toString(),
                "STATE",
                LaunchDaemon.STATE.toString(),
                "LOG",
                LaunchDaemon.LOG.toString(),
                "PACKAGE",
                PACKAGE,
                "SYSTEM",
                SYSTEM,
                "LANGUAGES",
                languages,
                "VERSION",
                Version.OURS));
    }
}
