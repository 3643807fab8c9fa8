// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ginnel.daemon.port.FakeRoutes;
import org.ginnel.daemon.port.Journal;
import org.ginnel.daemon.port.Plans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedRoutesTest {
    private final Journal journal = new Journal();

    @TempDir
    private Path directory = Path.of("unset");

    @BeforeEach
    void makeState() throws IOException {
        Files.createDirectory(directory.resolve("state"));
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "0,1,1", "0,2,0", "1,0,1", "1,1,1", "1,2,1", "2,0,0", "2,1,0", "2,2,0"})
    void prepare_looksAtMarksOnlyWhereTheCheckIsStrict(String all, String eth0, String expected) throws IOException {
        kernel(all, eth0, "0");
        assertThat(routes().prepare(Plans.routes())).isEmpty();
        assertThat(setting()).hasContent(expected);
        assertThat(journal.calls()).containsExactly("routes.prepare");
    }

    @Test
    void restore_putsItBackAlsoByTheNextDaemon() throws IOException {
        kernel("1", "1", "0");
        assertThat(routes().prepare(Plans.routes())).isEmpty();
        assertThat(routes().prepare(Plans.routes())).isEmpty();
        assertThat(routes().restore()).isEmpty();
        assertThat(setting()).hasContent("0");
        assertThat(directory.resolve("state")).isEmptyDirectory();
    }

    @Test
    void restore_whatTheAdministratorSet_stays() throws IOException {
        kernel("1", "1", "1");
        assertThat(routes().prepare(Plans.routes())).isEmpty();
        assertThat(routes().restore()).isEmpty();
        assertThat(setting()).hasContent("1");
    }

    private MarkedRoutes routes() {
        return new MarkedRoutes(new FakeRoutes(journal), directory, directory.resolve("state"));
    }

    private void kernel(String all, String eth0, String marks) throws IOException {
        set("all/rp_filter", all);
        set("default/rp_filter", "0");
        set("eth0/rp_filter", eth0);
        set("all/src_valid_mark", marks);
    }

    private void set(String name, String value) throws IOException {
        var file = directory.resolve("net/ipv4/conf").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, value + "\n");
    }

    private Path setting() {
        return directory.resolve("net/ipv4/conf/all/src_valid_mark");
    }
}
