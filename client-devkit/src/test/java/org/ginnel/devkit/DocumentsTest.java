// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents say of the code is so.
class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DECISIONS = ROOT.resolve("docs").resolve("adr");
    private static final Pattern VARIABLE = Pattern.compile("GINNEL_[A-Z][A-Z_]*[A-Z](?![A-Z_])");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");
    private static final Pattern LINK = Pattern.compile("]\\(((?!https?:)[^)#]+)[^)]*\\)");

    @Test
    void debugging_listsEveryVariableThatIsRead() throws IOException {
        var read = new TreeSet<String>();
        for (var file : sources()) {
            read.addAll(matches(VARIABLE, Files.readString(file, StandardCharsets.ISO_8859_1)));
        }
        var listed = matches(VARIABLE, Files.readString(ROOT.resolve("docs/debugging.md")));

        assertThat(listed).as("docs/debugging.md against what the code reads").isEqualTo(read);
        assertThat(read).contains("GINNEL_SOCKET");
    }

    @Test
    void decisions_nameTheTestsThatHoldThem() throws IOException {
        var tests =
                sources().stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        var decisions = decisions();

        assertThat(decisions).isNotEmpty();
        for (var decision : decisions) {
            var text = Files.readString(decision);
            var confirmation = text.substring(Math.max(0, text.indexOf("\nConfirmation: ")));
            var named = TEST.matcher(confirmation).results().map(found -> found.group(1) + ".java");
            assertThat(text).as(decision.toString()).contains("\nConfirmation: ");
            assertThat(named).as(decision.toString()).isNotEmpty().isSubsetOf(tests);
        }
    }

    @Test
    void decisions_areAllOnTheList() throws IOException {
        var list = Files.readString(DECISIONS.resolve("README.md"));

        assertThat(decisions()).allSatisfy(decision -> assertThat(list).contains("(" + decision.getFileName() + ")"));
    }

    @Test
    void links_betweenDocuments_leadSomewhere() throws IOException {
        var documents = Stream.of(ROOT, ROOT.resolve("docs"), DECISIONS)
                .flatMap(DocumentsTest::markdown)
                .toList();

        assertThat(documents).hasSizeGreaterThan(8);
        for (var document : documents) {
            var found = LINK.matcher(Files.readString(document)).results().map(link -> link.group(1));
            assertThat(found).as(document.toString()).allMatch(link -> Files.exists(document.resolveSibling(link)));
        }
    }

    private static SortedSet<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> decisions() {
        return markdown(DECISIONS).filter(file -> !file.endsWith("README.md")).toList();
    }

    private static Stream<Path> markdown(Path folder) {
        return children(folder).filter(file -> file.toString().endsWith(".md"));
    }

    /// Everything that is written by hand and is not a document.
    private static List<Path> sources() throws IOException {
        var modules = children(ROOT).filter(folder -> Files.exists(folder.resolve("pom.xml")));
        var folders = Stream.concat(modules.map(module -> module.resolve("src")), Stream.of(ROOT.resolve("bin")))
                .toList();
        var sources = new TreeSet<Path>();
        for (var folder : folders) {
            try (var files = Files.walk(folder)) {
                files.filter(Files::isRegularFile).forEach(sources::add);
            }
        }
        sources.add(ROOT.resolve("Makefile"));
        return List.copyOf(sources);
    }

    private static Stream<Path> children(Path folder) {
        try (var children = Files.list(folder)) {
            return children.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
