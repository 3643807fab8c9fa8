// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachableTest {
    @TempDir
    Path directory;

    /// What is packed.
    static final class Ours {
        Object use(Called called) throws ClassNotFoundException {
            return List.of(called.inner(), Class.forName("org.ginnel.packaging.image.ReachableTest$Named"));
        }
    }

    /// Reached by a call; reaches further.
    static final class Called {
        Further[] inner() {
            return new Further[0];
        }
    }

    static final class Further {}

    static final class Named {}

    static final class Unreached {}

    @Test
    void whatIsCalled_named_orReachedFromThere_isFound() throws IOException {
        var library = jar("library.jar", Called.class, Further.class, Named.class, Unreached.class);
        var ours = jar("ours.jar", Ours.class);

        assertThat(Reachable.in(library, List.of(ours)))
                .containsExactlyInAnyOrder(entry(Called.class), entry(Further.class), entry(Named.class));
    }

    private static String entry(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    private Path jar(String name, Class<?>... types) throws IOException {
        var jar = directory.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var type : types) {
                out.putNextEntry(new ZipEntry(entry(type)));
                try (var in = ReachableTest.class.getResourceAsStream("/" + entry(type))) {
                    out.write(in == null ? new byte[0] : in.readAllBytes());
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
