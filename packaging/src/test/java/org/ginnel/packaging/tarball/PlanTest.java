// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tarball;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ginnel.devkit.Golden;
import org.ginnel.packaging.tree.Blanks;
import org.ginnel.packaging.tree.Places;
import org.ginnel.packaging.tree.Sources;
import org.junit.jupiter.api.Test;

/// What an installation consists of, and the script that has it.
class PlanTest {
    private final Plan plan = Plan.of(
            Places.LOCAL,
            new TreeMap<>(Map.of(
                    "usr/local/share/man/man1/ginnel.1.gz", Optional.empty(),
                    "usr/local/share/man/man8/ginneld.8.gz", Optional.empty(),
                    "etc/systemd/system/ginneld.service", Optional.empty(),
                    "usr/local/bin/ginnel", Optional.of("../../../opt/ginnel/bin/ginnel"))));

    @Test
    void theScript_isAsReviewed() throws IOException {
        var sources = new Sources(
                Path.of("..").toAbsolutePath().normalize(), Path.of("no image"), Instant.parse("2026-11-21T00:00:00Z"));
        var blanks = new Blanks(Map.of("HOME", "/opt/ginnel", "VERSION", "1.2.3"));

        Golden.check("tarball/ginnel-setup", Tarball.setup(blanks, sources, plan));
    }

    @Test
    void everyFolder_comesOnce_andBeforeWhatIsInIt() {
        var lines = plan.lines().lines().toList();

        assertThat(lines).doesNotHaveDuplicates();
        for (var line : lines) {
            var path = line.split(" ", 3)[1];
            var folder = path.lastIndexOf('/') > 0 ? "folder " + path.substring(0, path.lastIndexOf('/')) : "";
            if (path.startsWith("/") && !folder.isEmpty()) {
                assertThat(lines.subList(0, lines.indexOf(line))).as(line).contains(folder);
            }
        }
    }

    @Test
    void theService_comesLast_behindItsUnits_behindTheirFiles() {
        var lines = plan.lines().lines().toList();

        assertThat(lines.subList(lines.size() - 2, lines.size()))
                .containsExactly("units ginnel-lock.service ginneld.service", "service ginneld.service");
        assertThat(lines.indexOf("home /opt/ginnel")).isLessThan(lines.indexOf("group ginnel"));
    }

    @Test
    void everyKindOfPart_isKnownToTheScript() throws IOException {
        var script = new Sources(Path.of("..").toAbsolutePath().normalize(), Path.of("no image"), Instant.EPOCH)
                .text("tarball/ginnel-setup");
        for (var kind : kinds().toList()) {
            assertThat(script).contains("\nis_" + kind + "() {", "\nmake_" + kind + "() {", "\nundo_" + kind + "() {");
        }
    }

    private static Stream<String> kinds() {
        var parts = List.of(
                new Part.Folder("/f"),
                new Part.Home("/h"),
                new Part.Outside("/o"),
                new Part.Link("/l", "t"),
                new Part.Group("g"),
                new Part.Units(List.of("u")),
                new Part.Service("s"));
        assertThat(parts).hasSize(Part.class.getPermittedSubclasses().length);
        return parts.stream().map(part -> part.line().split(" ", 2)[0]);
    }

    @Test
    void aWordThatAShellWouldTakeApart_isRefused() {
        for (var word : List.of("/a b", "/a;b", "/$HOME", "", "/a\nhome /etc")) {
            assertThatThrownBy(new Part.Outside(word)::line).as(word).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
