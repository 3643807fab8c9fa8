// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.supply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.ginnel.packaging.PackagingException;

/// The text of every component's licence: what its jar has, else what we keep for it or for its kind.
///
/// @param kept folder with texts called after a component or an SPDX identifier
/// @param apache the text of Apache-2.0, which ours is, too
/// @param jars folder with the components' jars
/// @param added components that are no jars, with their texts
record Licences(Path kept, String apache, Path jars, List<Added> added) {
    private static final String IN_JAR = "(?i)(META-INF/)?(LICEN[SC]E|NOTICE|AL2\\.0)(\\.(txt|md))?";
    private static final String OURS = "Apache-2.0";

    /// What `ginnel-licences` prints: a line for each component with name, version, licence and where the text is.
    ///
    /// @param files what [#files(List)] gave
    /// @param javas where Java's own text is
    static String index(List<Component> components, Map<String, String> files, String javas) {
        return components.stream()
                .map(it -> "%-30s %-12s %-45s %s"
                        .formatted(it.name(), it.version(), it.licence(), place(it, files, javas)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String place(Component component, Map<String, String> files, String javas) {
        if (isJavas(component)) {
            return javas;
        }
        return Stream.concat(Stream.of(component.name()), component.licences().stream())
                .map(name -> name + ".txt")
                .filter(files::containsKey)
                .findFirst()
                .map(name -> "licences/" + name)
                .orElseThrow(() -> new PackagingException("no text for " + component.name()));
    }

    /// The texts by the name of their file: after the component where it has its own, else after the licence.
    ///
    /// @throws PackagingException for a component whose licence nobody knows the text of
    SortedMap<String, String> files(List<Component> components) throws IOException {
        var files = new TreeMap<String, String>();
        for (var component : components) {
            var own = own(component);
            if (own.isPresent()) {
                files.put(component.name() + ".txt", own.get());
            } else if (!isJavas(component)) {
                var kind = kind(component);
                files.put(kind + ".txt", kind.equals(OURS) ? apache : Files.readString(kept(kind)));
            }
        }
        return files;
    }

    /// OpenJDK's own text is OpenJFX's, too; the runtime has it.
    private static boolean isJavas(Component component) {
        return component.name().equals(JavaRelease.NAME) || component.group().equals("org.openjfx");
    }

    /// The licence that we choose: the one we know the text of.
    private String kind(Component component) {
        return component.licences().stream()
                .filter(licence -> licence.equals(OURS) || Files.exists(kept(licence)))
                .findFirst()
                .orElseThrow(() -> new PackagingException("no text of the licence \"" + component.licence() + "\" of "
                        + component.name() + ": put it into " + kept));
    }

    private Path kept(String name) {
        return kept.resolve(name + ".txt");
    }

    private Optional<String> own(Component component) throws IOException {
        var given = added.stream()
                .filter(part -> part.name().equals(component.name()))
                .findFirst();
        if (given.isPresent()) {
            return given.map(Added::text);
        }
        var text = kept(component.group());
        if (Files.exists(text)) {
            return Optional.of(Files.readString(text));
        }
        var jar = jars.resolve(component.jar());
        return Files.exists(jar) ? inJar(jar) : Optional.empty();
    }

    private static Optional<String> inJar(Path jar) throws IOException {
        var texts = new StringBuilder();
        try (var file = new JarFile(jar.toFile(), false)) {
            for (var entry : licencesIn(file).toList()) {
                try (var in = file.getInputStream(entry)) {
                    texts.append(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip())
                            .append("\n\n");
                }
            }
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts.toString());
    }

    private static Stream<? extends ZipEntry> licencesIn(JarFile jar) {
        return jar.stream().filter(entry -> entry.getName().matches(IN_JAR));
    }
}
