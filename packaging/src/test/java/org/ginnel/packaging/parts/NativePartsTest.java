// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.ginnel.packaging.PackagingException;
import org.junit.jupiter.api.Test;

/// The list in the repository, and lists that are none.
class NativePartsTest {
    private static final String PART = """
            [{"name": "a", "version": "1", "file": "a.zip", "address": "https://a.example/a.zip", "licence": "MIT"%s}]
            """;

    @Test
    void theList_hasWhatThePackagesAskFor_overHttps() throws IOException {
        var parts = NativeParts.read(Files.readString(Path.of("src/main").resolve(NativeParts.LIST)));

        assertThat(parts.all()).extracting(NativePart::name).containsExactly("wireguard-go", "wireguard-nt");
        assertThat(parts.all())
                .allSatisfy(part -> assertThat(part.address().getScheme()).isEqualTo("https"));
        assertThat(parts.all()).allSatisfy(part -> assertThat(part.pin()).isPresent());
    }

    /// As its authors pin it in the Makefile of wireguard-windows.
    @Test
    void theDriver_isHeldToItsAuthorsSum_withoutASizeThatNobodyHasSeen() throws IOException {
        var parts = NativeParts.read(Files.readString(Path.of("src/main").resolve(NativeParts.LIST)));

        assertThat(parts.named("wireguard-nt").pin())
                .contains(new NativePart.Pin(
                        OptionalLong.empty(), "772c0b1463d8d2212716f43f06f4594d880dea4f735165bd68e388fc41b81605"));
    }

    @Test
    void noSum_isNoPin() {
        assertThat(NativeParts.read(PART.formatted("")).named("a").pin()).isEmpty();
    }

    @Test
    void halfAPin_isRefused() {
        for (var half : new String[] {
            ", \"bytes\": 1",
            ", \"bytes\": 0, \"sha256\": \"" + "0".repeat(64) + "\"",
            ", \"bytes\": 1, \"sha256\": \"0\""
        }) {
            assertThatThrownBy(() -> NativeParts.read(PART.formatted(half)))
                    .as(half)
                    .isInstanceOf(PackagingException.class);
        }
    }

    @Test
    void aFileOutsideTheFolder_isRefused() {
        assertThatThrownBy(
                        () -> NativeParts.read(PART.formatted("").replace("a.zip\", \"address", "../a\", \"address")))
                .isInstanceOf(PackagingException.class);
    }

    @Test
    void whatIsNotThere_isNamed() {
        assertThatThrownBy(() -> new NativeParts(List.of()).named("b")).hasMessageContaining("called b");
        assertThatThrownBy(() -> NativeParts.read("[{}]")).hasMessageContaining("without name");
        assertThatThrownBy(() -> NativeParts.read("[")).isInstanceOf(PackagingException.class);
    }
}
