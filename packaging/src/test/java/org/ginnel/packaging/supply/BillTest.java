// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ginnel.devkit.Golden;
import org.ginnel.packaging.PackagingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillTest {
    private static final JavaRelease JAVA = new JavaRelease("A maker", "25.0.1+2");
    private static final String LIBRARY = component("com.example", "library", "{\"license\": {\"id\": \"MIT\"}}");
    private static final String UNPACKED = component("com.example", "unpacked", "{\"license\": {\"id\": \"MIT\"}}");
    private static final String STAND_IN =
            component("org.openjfx", "javafx-base", "{\"license\": {\"name\": \"GPL\"}}");
    private static final String JAVAFX =
            STAND_IN.replace("pkg:maven/javafx-base", "pkg:maven/javafx-base?classifier=linux");
    private static final String TWO = component(
            "com.example", "two", "{\"license\": {\"id\": \"EPL-2.0\"}}, {\"license\": {\"id\": \"LGPL-2.1-only\"}}");

    @TempDir
    Path directory;

    private static String component(String group, String name, String licences) {
        return """
                {"type": "library", "group": "%s", "name": "%s", "version": "1", "purl": "pkg:maven/%s", "licenses": [%s]}""".formatted(group, name, name, licences);
    }

    private static Bill bill(Set<String> jars, String... components) throws IOException {
        var program = """
                {"metadata": {"component": {"group": "org.ginnel", "name": "program", "version": "1", "purl": "pkg:maven/program"}},
                 "components": [%s]}
                """.formatted(String.join(",", components)).getBytes(StandardCharsets.UTF_8);
        return Bill.of(List.of(program, program), jars, JAVA, List.of());
    }

    @Test
    void whatIsPacked_isNamedOnce_andNothingElse() throws IOException {
        var bill = bill(Set.of("program-1.jar", "library-1.jar"), LIBRARY, UNPACKED, STAND_IN, JAVAFX);

        assertThat(bill.components().stream().map(Component::name))
                .containsExactly("javafx-base", "library", "program", "openjdk");
    }

    @Test
    void theBill_isAsReviewed() throws IOException {
        var text = bill(Set.of("library-1.jar", "two-1.jar"), LIBRARY, TWO)
                .render("1.2.3", Instant.parse("2026-11-21T00:00:00Z"));

        Golden.check("supply/sbom.cdx.json", text);
    }

    @Test
    void ofSeveralLicences_anyMayBeChosen() throws IOException {
        assertThat(bill(Set.of("two-1.jar"), TWO).components().getFirst().licence())
                .isEqualTo("EPL-2.0 OR LGPL-2.1-only");
    }

    @Test
    void aText_isTheJarsOwn_elseThatOfItsKind() throws IOException {
        Files.writeString(directory.resolve("MIT.txt"), "of its kind");
        jar("library-1.jar", "META-INF/LICENSE.txt", "META-INF/NOTICE", "a/LICENSE.class");
        jar("unpacked-1.jar", "a/A.class");
        var components = bill(Set.of("library-1.jar", "unpacked-1.jar"), LIBRARY, UNPACKED)
                .components();
        var files = new Licences(directory, "apache", directory, List.of()).files(components);

        assertThat(files)
                .containsEntry("library.txt", "of META-INF/LICENSE.txt\n\nof META-INF/NOTICE\n\n")
                .containsEntry("MIT.txt", "of its kind")
                .hasSize(2);
        Golden.check(
                "supply/index", Licences.index(components, new TreeMap<>(files), "runtime/legal/java.base/LICENSE"));
    }

    /// A driver is in no jar, and its licence has to go along all the same.
    @Test
    void whatIsNoJar_isNamed_withItsText() throws IOException {
        var added = List.of(new Added("wireguard-nt", "0.10.1", "LicenseRef-Theirs", "their text"));
        var bill = Bill.of(List.of(), Set.of(), JAVA, added);
        var files = new Licences(directory, "apache", directory, added).files(bill.components());

        assertThat(files).containsExactly(Map.entry("wireguard-nt.txt", "their text"));
        assertThat(Licences.index(bill.components(), files, "java/LICENSE").lines())
                .satisfiesExactly(
                        java -> assertThat(java).startsWith("openjdk ").endsWith(" java/LICENSE"),
                        driver ->
                                assertThat(driver).startsWith("wireguard-nt ").endsWith(" licences/wireguard-nt.txt"));
        assertThat(bill.render("1", Instant.EPOCH)).contains("\"wireguard-nt\"", "\"LicenseRef-Theirs\"");
    }

    @Test
    void aLicenceThatNobodyKnowsTheTextOf_isRefused() throws IOException {
        var components = bill(Set.of("library-1.jar"), LIBRARY).components();
        var licences = new Licences(directory, "apache", directory, List.of());

        assertThatThrownBy(() -> licences.files(components))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining("\"MIT\" of library");
    }

    private void jar(String name, String... entries) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(directory.resolve(name)))) {
            for (var entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(("of " + entry + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
