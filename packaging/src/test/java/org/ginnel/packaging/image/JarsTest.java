// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassHierarchyResolver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies of jars are the same bytes whenever and wherever they are made.
class JarsTest {
    private static final Instant TIME = Instant.parse("2026-11-21T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void theSameContent_givesTheSameBytes() throws IOException {
        var one = jar("one.jar", "b.txt", "META-INF/MANIFEST.MF", "a.txt");
        var other = jar("other.jar", "a.txt", "b.txt", "META-INF/MANIFEST.MF");
        Files.setLastModifiedTime(other, java.nio.file.attribute.FileTime.from(Instant.EPOCH));

        assertThat(Files.readAllBytes(copy(one))).isEqualTo(Files.readAllBytes(copy(other)));
    }

    @Test
    void nativeCode_staysBehind() throws IOException {
        var copy = copy(jar("jna.jar", "com/sun/jna/linux-x86-64/libjnidispatch.so", "a.class", "x/jnidispatch.dll"));

        try (var jar = new JarFile(copy.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName)).containsExactly("a.class");
        }
    }

    @Test
    void classesThatNobodyReaches_stayBehind_andSoDoesTheSignature() throws IOException {
        var jar = jar("large.jar", "META-INF/MANIFEST.MF", "META-INF/BC1024KE.SF", "a/A.class", "a/B.class", "a/text");
        var copy = directory.resolve("small.jar");
        new Jars(TIME, ClassHierarchyResolver.defaultResolver()).theirs(jar, copy, Set.of("a/B.class"));

        try (var small = new JarFile(copy.toFile())) {
            assertThat(small.stream().map(ZipEntry::getName))
                    .containsExactly("META-INF/MANIFEST.MF", "a/B.class", "a/text");
        }
    }

    @Test
    void ofAManifest_whatIsSaidOfTheWholeStays() throws IOException {
        var jar = directory.resolve("signed.jar");
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            out.write("Manifest-Version: 1.0\nMulti-Release: true\n\nName: a/A.class\nSHA-256-Digest: abc\n\n"
                    .getBytes(StandardCharsets.UTF_8));
        }

        try (var copy = new JarFile(copy(jar).toFile())) {
            assertThat(copy.getManifest().getMainAttributes().getValue("Multi-Release"))
                    .isEqualTo("true");
            assertThat(copy.getManifest().getEntries()).isEmpty();
        }
    }

    private Path copy(Path jar) throws IOException {
        var copy = directory.resolve(Layout.named(jar) + ".copy");
        new Jars(TIME, ClassHierarchyResolver.defaultResolver()).theirs(jar, copy);
        return copy;
    }

    private Path jar(String name, String... entries) throws IOException {
        var jar = directory.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(("Of: " + entry + "\n").getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return jar;
    }
}
