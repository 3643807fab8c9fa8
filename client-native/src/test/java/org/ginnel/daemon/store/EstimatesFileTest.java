// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ginnel.relay.Estimate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimatesFileTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir
    Path directory;

    private EstimatesFile file;

    @BeforeEach
    void open() {
        file = new EstimatesFile(directory);
    }

    @Test
    void nothingWritten_isNothing() {
        assertThat(file.read()).isEqualTo(Estimates.nothing());
    }

    @Test
    void whatIsWritten_isReadAgain_byItsOwnerOnly() throws IOException {
        var known = new Estimates(
                Optional.of("a"),
                Map.of(
                        "a", new Estimate(Optional.of(Duration.ofNanos(9_123_456)), 0.125, NOON, true),
                        "b", new Estimate(Optional.empty(), 1, NOON, false)));

        file.writeNewest(() -> known);

        assertThat(new EstimatesFile(directory).read()).isEqualTo(known);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
    }

    /// The golden was written by the version before this one, through Jackson's data binding.
    @Test
    void whatTheVersionBeforeWrote_isReadAndWrittenToTheLetter() throws IOException {
        var before = Files.readString(Path.of("src/test/resources/golden/store/latency-by-jackson.json"));
        Files.writeString(path(), before);

        var read = file.read();

        assertThat(read.byId())
                .hasEntrySatisfying("a", one -> assertThat(one.roundTrip()).contains(Duration.ofMillis(12)));
        file.writeNewest(() -> read);
        assertThat(Files.readString(path())).isEqualTo(before);
    }

    @Test
    void whenNothingIsKnown_noFileIsLeft() {
        file.writeNewest(() -> new Estimates(Optional.of("a"), Map.of()));
        file.writeNewest(Estimates::nothing);

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void onlyTheNewest_areKept() {
        var many = IntStream.range(0, Estimates.MAX_KEPT + 5)
                .boxed()
                .collect(Collectors.toMap(
                        i -> "s-" + i,
                        i -> new Estimate(Optional.of(Duration.ofMillis(1)), 0, NOON.plusSeconds(i), true)));

        file.writeNewest(() -> new Estimates(Optional.empty(), many));

        assertThat(file.read().byId())
                .hasSize(Estimates.MAX_KEPT)
                .containsKey("s-" + (Estimates.MAX_KEPT + 4))
                .doesNotContainKey("s-4");
        assertThat(path()).satisfies(kept -> assertThat(Files.size(kept)).isLessThan(256 * 1024));
    }

    @Test
    void whatIsNotOurs_isNothing() throws IOException {
        for (var text : new String[] {
            "",
            "[]",
            "{\"format\":2,\"estimates\":{\"before\":null,\"byId\":{}}}",
            "{\"format\":1,\"estimates\":{\"before\":null,\"byId\":{\"a\":{\"roundTrip\":\"PT1S\",\"loss\":7,"
                    + "\"at\":\"2026-11-29T12:00:00Z\",\"heard\":true}}}}",
            " ".repeat(1024 * 1024 + 1)
        }) {
            Files.writeString(path(), text);

            assertThat(file.read()).isEqualTo(Estimates.nothing());
        }
    }

    private Path path() {
        return directory.resolve("latency.json");
    }
}
