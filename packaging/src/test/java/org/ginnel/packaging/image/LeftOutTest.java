// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class LeftOutTest {
    private static final List<String> PREFIXES = LeftOut.PACKAGES.values().stream()
            .flatMap(List::stream)
            .map(folder -> folder + "/")
            .toList();

    @Test
    void everyPackage_keepsOneClass() throws IOException {
        var left = LeftOut.resources();

        assertThat(left)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(1500)
                .contains("/java.xml/com/sun/org/apache/xalan/internal/xsltc/compiler/XSLTC.class")
                .anyMatch(name -> name.startsWith("/java.desktop/javax/swing/plaf/nimbus/"));
        for (var named : List.of("/java.desktop/javax/print", "/java.desktop/javax/swing/plaf/nimbus")) {
            var folder = Path.of(URI.create("jrt:" + named));
            try (var classes = Files.list(folder)) {
                assertThat(classes.filter(file -> file.toString().endsWith(".class"))
                                .filter(file -> !left.contains(named + "/" + file.getFileName())))
                        .as(named)
                        .hasSize(1);
            }
        }
    }

    @Test
    void noneOfOurs_andNoLibrary_speaksOfIt() throws IOException {
        var jars = new ArrayList<Path>();
        for (var module : List.of("client-cli", "client-native", "client-ui")) {
            try (var files = Files.walk(Path.of("..", module, "target"), 2)) {
                files.filter(file -> file.toString().endsWith(".jar"))
                        .filter(file -> !file.getFileName().toString().startsWith("javafx-"))
                        .forEach(jars::add);
            }
        }

        assertThat(jars).hasSizeGreaterThan(30);
        for (var jar : jars) {
            assertThat(spokenOf(jar)).as(jar.toString()).isEmpty();
        }
    }

    private static List<String> spokenOf(Path jar) throws IOException {
        var found = new ArrayList<String>();
        try (var file = new JarFile(jar.toFile(), false)) {
            for (var entry :
                    file.stream().filter(it -> it.getName().endsWith(".class")).toList()) {
                try (var in = file.getInputStream(entry)) {
                    texts(in.readAllBytes())
                            .filter(_ -> !entry.getName().endsWith("/SubTypeValidator.class")) // it forbids them
                            .filter(text -> PREFIXES.stream().anyMatch(text.replace('.', '/')::contains))
                            .forEach(text -> found.add(entry.getName() + ": " + text));
                }
            }
        }
        return found;
    }

    private static Stream<String> texts(byte[] type) {
        return StreamSupport.stream(ClassFile.of().parse(type).constantPool().spliterator(), false)
                .filter(Utf8Entry.class::isInstance)
                .map(entry -> ((Utf8Entry) entry).stringValue());
    }
}
