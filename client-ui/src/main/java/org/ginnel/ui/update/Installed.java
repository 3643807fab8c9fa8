// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.update;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.ginnel.ui.file.OwnFile;
import org.ginnel.update.Installation;
import org.ginnel.update.ReleaseVersion;

/// What runs here.
///
/// @param version of it
/// @param kind of package that it came in
/// @param architecture as Java names it
public record Installed(ReleaseVersion version, String kind, String architecture) {
    private static final int LONGEST_KIND = 16;

    /// As the package says in the file `package` of its home, which has our jars in `lib`; empty for what came
    /// in no package, as a checkout.
    ///
    /// @param jar that we run from
    /// @param version of it, for people
    public static Optional<Installed> at(Path jar, String version) {
        var home = Optional.ofNullable(jar.getParent()).map(Path::getParent);
        var kind = new OwnFile(home.map(folder -> folder.resolve("package")), LONGEST_KIND)
                .read()
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).strip())
                .filter(text -> !text.isEmpty());
        return ReleaseVersion.parse(version)
                .flatMap(ours -> kind.map(its -> new Installed(ours, its, System.getProperty("os.arch"))));
    }

    /// The same for a judge.
    ///
    /// @param id made here at random
    Installation as(UUID id) {
        return new Installation(id, version, kind, architecture);
    }
}
