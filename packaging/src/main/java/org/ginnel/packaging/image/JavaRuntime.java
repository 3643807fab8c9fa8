// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.ginnel.packaging.Command;
import org.ginnel.packaging.PackagingException;

/// Makes the image's JDK: the modules that our programs use, JavaFX among them, and all native code in
/// `runtime/lib`, so that nothing is ever unpacked into a home or a temporary directory.
record JavaRuntime(Layout layout) {
    /// Compressed are the larger modules, of which starts read little: they have their classes from the caches.
    /// What is compressed takes half as much once it is installed, and twice as much in a package, which is
    /// compressed better. `bin/sizes` has the figures.
    private static final String COMPRESSION =
            "zip-9:filter=regex:/(java[.](base|desktop|management|xml)|javafx[.](graphics|controls))/.*";

    void link() throws IOException {
        var leftOut = Files.createDirectories(layout.rehearsal()).resolve("left-out");
        Files.write(leftOut, LeftOut.resources());
        var said = new StringWriter();
        var jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new PackagingException("this Java has no jlink: a whole JDK is needed"));
        var path = layout.javafx().stream().map(Path::toString).collect(Collectors.joining(":"));
        var code = jlink.run(
                new PrintWriter(said),
                new PrintWriter(said),
                "--module-path",
                path,
                "--add-modules",
                String.join(",", Program.MODULES),
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--compress=" + COMPRESSION,
                "--exclude-resources",
                "**.so,@" + leftOut,
                "--exclude-files",
                LeftOut.IN_LIB,
                "--output",
                layout.runtime().toString());
        if (code != 0) {
            throw new PackagingException("jlink: " + said);
        }
    }

    /// Adds the libraries that jars bring along.
    void addNativeCode() throws IOException {
        for (var jar : layout.javafx()) {
            unpack(jar, "(?:.*/)?(lib\\w+\\.so)");
        }
        for (var jar : layout.libraries(Program.DAEMON)) {
            unpack(jar, "com/sun/jna/" + jnaPlatform() + "/(libjnidispatch\\.so)");
        }
    }

    /// Takes the tables of symbols out of all native code, which a debugger alone reads: a sixth of the JVM itself.
    void stripNativeCode() throws IOException {
        try (var files = Files.walk(layout.runtime().resolve("lib"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".so")).toList()) {
                Command.run("strip", "--strip-unneeded", file.toString());
            }
        }
    }

    private static String jnaPlatform() {
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> "linux-x86-64";
            case "aarch64" -> "linux-aarch64";
            default ->
                throw new PackagingException("Ginnel is not packed for " + System.getProperty("os.arch") + " yet");
        };
    }

    private void unpack(Path jar, String pattern) throws IOException {
        try (var from = new JarFile(jar.toFile(), false)) {
            for (var entry : from.stream().toList()) {
                if (entry.getName().matches(pattern)) {
                    var name = Layout.named(Path.of(entry.getName()));
                    try (var in = from.getInputStream(entry)) {
                        Files.copy(in, layout.runtime().resolve("lib").resolve(name));
                    }
                }
            }
        }
    }
}
