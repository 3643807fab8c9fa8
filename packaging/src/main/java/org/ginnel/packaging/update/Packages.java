// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.update;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ginnel.packaging.tree.FileSum;
import org.ginnel.update.Download;

/// The packages in a folder as downloads.
///
/// @param folder such as `packaging/target/packages`
/// @param address of the folder that they are published in, with a `/` at its end
record Packages(Path folder, URI address) {
    private static final Pattern NAME =
            Pattern.compile("ginnel[-_].*[_.-](amd64|x86_64|arm64|aarch64)\\.(deb|rpm|tar\\.xz)");

    /// Debian's and RPM's names for what Java names otherwise.
    private static final Map<String, String> ARCHITECTURES = Map.of("x86_64", "amd64", "arm64", "aarch64");

    List<Download> downloads() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().map(this::download).flatMap(Optional::stream).toList();
        }
    }

    private Optional<Download> download(Path file) {
        var name = file.getFileName().toString();
        var found = NAME.matcher(name);
        if (!found.matches()) {
            return Optional.empty();
        }
        var architecture = ARCHITECTURES.getOrDefault(found.group(1), found.group(1));
        try {
            return Optional.of(new Download(
                    found.group(2),
                    architecture,
                    address.resolve(name),
                    Files.size(file),
                    FileSum.of(FileSum.SHA_256, file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
