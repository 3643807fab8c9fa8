// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.lab.LabException;

/// Command lines of our own programs, as they were built in a checkout of the repository; those that users install
/// as they are in an image, when there is one.
///
/// @param root the top directory of the checkout
/// @param javaHome of a JDK that may run them
/// @param daemonFlags more flags for the JVM of the daemon
/// @param image has launchers of what users install in its `bin`; empty for those of the checkout
/// @param archives whether they start with the archives of classes that there are, or make them
public record Programs(Path root, Path javaHome, List<String> daemonFlags, Optional<Path> image, Archives archives) {
    private static final String ROOT = "ginnel.root";
    private static final String IMAGE = "ginnel.image";
    private static final String DAEMON_JAR = "client-native-0.1.0.jar";

    /// Small, quick to start, and nothing left in the user's home or in /tmp: what libraries unpack goes to the
    /// machine's own /run.
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Djna.tmpdir=/run/lock",
            "-Dorg.sqlite.tmpdir=/run/lock",
            "--enable-native-access=ALL-UNNAMED");

    /// What the daemon keeps is some megabytes; a heap that starts large is filled before it is first cleaned.
    private static final List<String> DAEMON_HEAP = List.of("-Xms8m", "-Xmx64m");

    /// It is made at the first end that is asked for, and refused by a JVM whose jars it does not fit.
    private static final List<String> ARCHIVE = List.of(
            "-Xlog:disable",
            "-Xshare:auto",
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=/run/lab/ginneld.jsa");

    /// What is run by a JVM of the checkout, and so gains by an archive.
    private static final List<String> ARCHIVED = List.of("provisioning-server", "gateway-agent", "client-native");

    private static final List<String> SERVER_HEAP = List.of("-Xmx128m");

    /// Those of the checkout that the system property `ginnel.root` names, else of the one we stand in, run by the
    /// JDK that runs us; with what users install from the image that the system property `ginnel.image` names, if
    /// it does.
    public static Programs ofThisCheckout() {
        var named = Optional.ofNullable(System.getProperty(ROOT)).map(Path::of);
        var root = named.or(Programs::above)
                .orElseThrow(() -> new LabException("no checkout of Ginnel here: start from inside one"));
        var image = Optional.ofNullable(System.getProperty(IMAGE)).filter(path -> !path.isEmpty());
        return new Programs(
                root.toAbsolutePath().normalize(),
                Path.of(System.getProperty("java.home")),
                List.of(),
                image.map(Path::of),
                Archives.USED);
    }

    public Programs {
        daemonFlags = List.copyOf(daemonFlags);
    }

    /// The same, with a daemon that starts in half the time once it was ended in this lab (SIGTERM): it keeps an
    /// archive of its classes, as installed ones have.
    public Programs withArchive() {
        return new Programs(root, javaHome, ARCHIVE, image, Archives.NONE);
    }

    /// The same, which leave archives of their classes when they are asked to end. [#keepArchives()] is for then.
    public Programs archiving() {
        return new Programs(root, javaHome, daemonFlags, image, Archives.MADE);
    }

    /// From now on programs start with the archives that those of [#archiving()] left, in half the time. A JVM whose
    /// jars
    /// have changed since does without.
    public void keepArchives() throws IOException {
        for (var module : ARCHIVED) {
            var archive = archive(module);
            Files.move(Archives.made(archive), archive, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path archive(String module) {
        return root.resolve(".cache").resolve(module + ".jsa");
    }

    /// The same, with what users install from that image.
    public Programs installed(Path image) {
        return new Programs(root, javaHome, List.of(), Optional.of(image), archives);
    }

    private static Optional<Path> above() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(path -> Files.isExecutable(path.resolve("bin/enter")))
                .findFirst();
    }

    public List<String> provisioning(String... arguments) {
        return java("provisioning-server", "org.ginnel.provisioning.Main", SERVER_HEAP, arguments);
    }

    public List<String> agent(String... arguments) {
        return java("gateway-agent", "org.ginnel.gateway.Main", SERVER_HEAP, arguments);
    }

    public List<String> daemon(String... arguments) {
        if (image.isPresent()) {
            return with(List.of(launcher("ginneld").toString()), arguments);
        }
        return java(
                "client-native",
                "org.ginnel.daemon.Main",
                Stream.concat(DAEMON_HEAP.stream(), daemonFlags.stream()).toList(),
                arguments);
    }

    /// The same with a copy of the daemon's files, which nothing else is in.
    ///
    /// @param place a directory, made or written over
    public Programs copyOfDaemon(Path place) throws IOException {
        var from = root.resolve("client-native/target");
        var to = place.resolve("client-native/target");
        Files.createDirectories(to.resolve("lib"));
        copy(from.resolve(DAEMON_JAR), to);
        try (var libraries = Files.list(from.resolve("lib"))) {
            for (var library : libraries.toList()) {
                copy(library, to.resolve("lib"));
            }
        }
        return new Programs(place, javaHome, List.of(), Optional.empty(), Archives.NONE);
    }

    private static void copy(Path file, Path into) throws IOException {
        Files.copy(file, into.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    /// The command line, through the launcher that users have.
    public List<String> cli(String... arguments) {
        return with(List.of(launcher("ginnel").toString()), arguments);
    }

    /// The directory with the launchers that users have.
    public Path launchers() {
        return image.orElse(root).resolve("bin");
    }

    private Path launcher(String name) {
        return launchers().resolve(name);
    }

    /// A program of the JDK, such as `keytool`.
    public String jdk(String name) {
        return javaHome.resolve("bin").resolve(name).toString();
    }

    private List<String> java(String module, String main, List<String> heap, String... arguments) {
        var target = root.resolve(module).resolve("target");
        var jar = target.resolve(module + "-0.1.0.jar");
        if (!Files.exists(jar)) {
            throw new LabException(module + " is not built yet: run `make build`");
        }
        var argv = new ArrayList<String>();
        argv.add(jdk("java"));
        argv.addAll(heap);
        argv.addAll(FLAGS);
        argv.addAll(archives.flags(archive(module)));
        argv.addAll(List.of("-cp", jar + ":" + target.resolve("lib") + "/*", main));
        return with(argv, arguments);
    }

    private static List<String> with(List<String> program, String... arguments) {
        return Stream.concat(program.stream(), Stream.of(arguments)).toList();
    }
}
