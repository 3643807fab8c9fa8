// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Which classes of a large library ours can reach, whatever they do: every name that a class speaks of counts, also
/// within
/// a text, so that reflection is no way around it.
final class Reachable {
    private static final Pattern NAME = Pattern.compile("\\w+(?:[/.]\\w+)+(?:\\$\\w+)*");

    private final Map<String, byte[]> library;
    private final Set<String> found = new HashSet<>();

    private Reachable(Map<String, byte[]> library) {
        this.library = library;
    }

    /// The entries of `library` that are reached from any class of `from`.
    static Set<String> in(Path library, List<Path> from) throws IOException {
        var reachable = new Reachable(classes(library));
        for (var jar : from) {
            for (var bytes : classes(jar).values()) {
                reachable.follow(bytes);
            }
        }
        return Set.copyOf(reachable.found);
    }

    private static Map<String, byte[]> classes(Path jar) throws IOException {
        var classes = new HashMap<String, byte[]>();
        try (var file = new JarFile(jar.toFile(), false)) {
            for (var entry : file.stream().toList()) {
                if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
                    try (var in = file.getInputStream(entry)) {
                        classes.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
        return classes;
    }

    private void follow(byte[] first) {
        var rest = new ArrayDeque<>(List.of(first));
        while (!rest.isEmpty()) {
            for (var name : namesIn(rest.remove())) {
                var bytes = library.get(name);
                if (bytes != null && found.add(name)) {
                    rest.add(bytes);
                }
            }
        }
    }

    private static List<String> namesIn(byte[] bytes) {
        return StreamSupport.stream(ClassFile.of().parse(bytes).constantPool().spliterator(), false)
                .filter(entry -> entry instanceof Utf8Entry)
                .flatMap(text -> NAME.matcher(((Utf8Entry) text).stringValue()).results())
                .map(found -> found.group().replace('.', '/'))
                .flatMap(name -> Stream.of(name, name.substring(1))) // the latter is within a descriptor, behind its L
                .map(name -> name + ".class")
                .toList();
    }
}
