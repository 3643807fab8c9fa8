// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.io.IOException;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.ginnel.packaging.Command;
import org.ginnel.packaging.Version;

/// The image in the making: first everything but the caches; then the programs rehearse; then the caches are made
/// of what they did. The caches hold the size and the time of every file they were made from, so nothing may change
/// after that.
///
/// @param time that every file bears
public record Image(Layout layout, Instant time) {
    /// Libraries that we use a small part of: cryptography, HTTP, other systems' native interfaces, what Kotlin's
    /// programs build upon, pictures of bars and squares, and what others bring along.
    private static final List<String> LARGE = List.of(
            "bcprov-",
            "Collections-",
            "core-",
            "httpcore5-",
            "javassist-",
            "jna-platform-",
            "kotlin-stdlib-",
            "kotlinx-coroutines-core-jvm-");

    /// The image of a checkout.
    ///
    /// @param root of the checkout
    /// @param image where it is made
    public static Image of(Path root, Path image, Instant time) {
        return new Image(new Layout(root, image), time);
    }

    /// Lays out everything but the caches, in the place of what was there.
    public void layOut() throws IOException {
        remove(layout.image());
        remove(layout.rehearsal());
        Files.createDirectories(layout.image());
        var runtime = new JavaRuntime(layout);
        runtime.link();
        runtime.addNativeCode();
        new NativeCode(layout).compile();
        runtime.stripNativeCode();
        copyJars();
        for (var program : Program.ALL) {
            write(layout.bin(program), layout.launcher(program).running(layout.image()));
            var recording = layout.launcher(program).recording(layout.image(), layout.record(program), Rehearsal.LINES);
            write(layout.rehearsal().resolve("bin").resolve(program.name()), recording);
        }
        date();
    }

    private void copyJars() throws IOException {
        var lib = Files.createDirectories(layout.image().resolve("lib"));
        var all = new TreeMap<String, Path>();
        for (var program : Program.ALL) {
            all.put(Layout.named(layout.jar(program)), layout.jar(program));
            layout.libraries(program).forEach(library -> all.put(Layout.named(library), library));
        }
        var known = new ArrayList<>(all.values());
        known.addAll(layout.javafx());
        try (var loader = new URLClassLoader(urls(known), ClassLoader.getPlatformClassLoader())) {
            var jars = new Jars(time, ClassHierarchyResolver.ofResourceParsing(loader));
            for (var jar : all.entrySet()) {
                var copy = lib.resolve(jar.getKey());
                if (jar.getKey().endsWith("-" + Version.OURS + ".jar")) {
                    jars.ours(jar.getValue(), copy);
                } else if (LARGE.stream().anyMatch(jar.getKey()::startsWith)) {
                    jars.theirs(jar.getValue(), copy, Reachable.in(jar.getValue(), othersThan(jar.getValue())));
                } else {
                    jars.theirs(jar.getValue(), copy);
                }
            }
        }
    }

    /// All jars of all programs but that one, whichever program's copy of it is meant.
    private List<Path> othersThan(Path jar) throws IOException {
        var jars = new ArrayList<Path>();
        for (var program : Program.ALL) {
            jars.add(layout.jar(program));
            jars.addAll(layout.libraries(program));
        }
        jars.removeIf(other -> Layout.named(other).equals(Layout.named(jar)));
        return jars;
    }

    private static URL[] urls(List<Path> jars) throws IOException {
        var urls = new ArrayList<URL>();
        for (var jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /// Lets the programs do what people have them do, inside the lab's namespaces, while they write it down.
    public void rehearse() throws IOException {
        new Rehearsal(layout).play();
    }

    /// Makes the caches of what the programs wrote down.
    public void makeCaches() throws IOException {
        Files.createDirectories(layout.image().resolve("cache"));
        for (var program : Program.ALL) {
            Command.run(layout.launcher(program).assembly(layout.image(), layout.record(program)));
        }
        date();
    }

    private static void write(Path script, String text) throws IOException {
        Files.createDirectories(script.getParent());
        Files.writeString(script, text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void date() throws IOException {
        for (var file : everythingIn(layout.image())) {
            if (!Files.isSymbolicLink(file)) {
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (var file : everythingIn(folder)) {
                Files.delete(file);
            }
        }
    }

    /// What is in a folder comes before it.
    private static List<Path> everythingIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
