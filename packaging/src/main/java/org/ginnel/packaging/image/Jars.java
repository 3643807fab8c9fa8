// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassHierarchyResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Copies jars into the image so that the same jars always give the same bytes.
///
/// @param time that every entry and every copy bears
/// @param hierarchy knows the classes that those in the jars speak of
record Jars(Instant time, ClassHierarchyResolver hierarchy) {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /// Copies one of our own: its switches and records are written out. What is read of it at a start, such as texts
    /// and styles,
    /// is not compressed; classes come from the caches.
    void ours(Path jar, Path copy) throws IOException {
        copy(
                jar,
                copy,
                name -> isClass(name) ? Deflater.BEST_COMPRESSION : Deflater.NO_COMPRESSION,
                _ -> true,
                bytes -> Stripped.of(Records.writtenOut(Switches.writtenOut(bytes, hierarchy), hierarchy), hierarchy));
    }

    /// Copies somebody else's, without native code: the image has what it needs of that in `runtime/lib`.
    void theirs(Path jar, Path copy) throws IOException {
        theirs(jar, copy, _ -> true);
    }

    /// Copies somebody else's, with those of its classes alone.
    void theirs(Path jar, Path copy, Set<String> classes) throws IOException {
        theirs(jar, copy, classes::contains);
    }

    /// A signature does not fit any more, and stays behind.
    private void theirs(Path jar, Path copy, Predicate<String> wanted) throws IOException {
        copy(
                jar,
                copy,
                _ -> Deflater.BEST_COMPRESSION,
                name -> !isNative(name)
                        && !name.matches("META-INF/.*\\.(SF|RSA|DSA|EC)")
                        && (!name.endsWith(".class") || wanted.test(name)),
                bytes -> Stripped.of(bytes, hierarchy));
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.endsWith("module-info.class");
    }

    private static boolean isNative(String name) {
        return List.of(".so", ".dll", ".dylib", ".jnilib", ".a").stream().anyMatch(name::endsWith);
    }

    private void copy(
            Path jar, Path copy, ToIntFunction<String> level, Predicate<String> wanted, UnaryOperator<byte[]> change)
            throws IOException {
        var entries = new TreeMap<String, byte[]>();
        try (var from = new JarFile(jar.toFile(), false)) {
            for (var entry : from.stream().toList()) {
                if (!entry.isDirectory() && wanted.test(entry.getName())) {
                    try (var in = from.getInputStream(entry)) {
                        var bytes = in.readAllBytes();
                        entries.put(entry.getName(), isClass(entry.getName()) ? change.apply(bytes) : bytes);
                    }
                }
            }
        }
        try (var to = new ZipOutputStream(Files.newOutputStream(copy))) {
            var manifest = entries.remove(MANIFEST); // has to be the first to be found by a JarInputStream
            if (manifest != null) {
                to.setLevel(level.applyAsInt(MANIFEST));
                put(to, MANIFEST, ofTheWhole(manifest));
            }
            for (var entry : entries.entrySet()) {
                to.setLevel(level.applyAsInt(entry.getKey()));
                put(to, entry.getKey(), entry.getValue());
            }
        }
    }

    /// The manifest without what it says of single entries: digests for a signature that stays behind, which Java would
    /// read at a start and keep, 2 MB for one of ours.
    private static byte[] ofTheWhole(byte[] manifest) throws IOException {
        var whole = new Manifest(new ByteArrayInputStream(manifest));
        whole.getEntries().clear();
        var bytes = new ByteArrayOutputStream();
        whole.write(bytes);
        return bytes.toByteArray();
    }

    private void put(ZipOutputStream to, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(time.toEpochMilli());
        to.putNextEntry(entry);
        to.write(bytes);
        to.closeEntry();
    }
}
