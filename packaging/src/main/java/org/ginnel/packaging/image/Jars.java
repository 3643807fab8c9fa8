// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.io.IOException;
import java.lang.classfile.ClassHierarchyResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Copies jars into the image so that the same jars always give the same bytes.
///
/// @param time that every entry and every copy bears
record Jars(Instant time) {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /// Copies one of our own: its switches are written out.
    void ours(Path jar, Path copy, ClassHierarchyResolver hierarchy) throws IOException {
        copy(
                jar,
                copy,
                Deflater.NO_COMPRESSION,
                _ -> true,
                (name, bytes) -> isClass(name) ? Switches.writtenOut(bytes, hierarchy) : bytes);
    }

    /// Copies somebody else's, without native code: the image has what it needs of that in `runtime/lib`.
    void theirs(Path jar, Path copy) throws IOException {
        copy(jar, copy, Deflater.BEST_COMPRESSION, name -> !isNative(name), (_, bytes) -> bytes);
    }

    /// Copies somebody else's, with those of its classes alone. A signature does not fit any more, and stays behind.
    void theirs(Path jar, Path copy, Set<String> classes) throws IOException {
        copy(
                jar,
                copy,
                Deflater.BEST_COMPRESSION,
                name -> !isNative(name)
                        && !name.matches("META-INF/.*\\.(SF|RSA|DSA|EC)")
                        && (!name.endsWith(".class") || classes.contains(name)),
                (_, bytes) -> bytes);
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.equals("module-info.class");
    }

    private static boolean isNative(String name) {
        return List.of(".so", ".dll", ".dylib", ".jnilib", ".a").stream().anyMatch(name::endsWith);
    }

    /// What of ours is read at a start, such as texts and styles, is not compressed. What of others is, comes from the
    /// caches.
    private void copy(
            Path jar, Path copy, int level, Predicate<String> wanted, BiFunction<String, byte[], byte[]> change)
            throws IOException {
        var entries = new TreeMap<String, byte[]>();
        try (var from = new JarFile(jar.toFile(), false)) {
            for (var entry : from.stream().toList()) {
                if (!entry.isDirectory() && wanted.test(entry.getName())) {
                    try (var in = from.getInputStream(entry)) {
                        entries.put(entry.getName(), change.apply(entry.getName(), in.readAllBytes()));
                    }
                }
            }
        }
        try (var to = new ZipOutputStream(Files.newOutputStream(copy))) {
            to.setLevel(level);
            var manifest = entries.remove(MANIFEST); // has to be the first to be found by a JarInputStream
            if (manifest != null) {
                put(to, MANIFEST, manifest);
            }
            for (var entry : entries.entrySet()) {
                put(to, entry.getKey(), entry.getValue());
            }
        }
    }

    private void put(ZipOutputStream to, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(time.toEpochMilli());
        to.putNextEntry(entry);
        to.write(bytes);
        to.closeEntry();
    }
}
