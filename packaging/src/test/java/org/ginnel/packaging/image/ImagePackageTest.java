// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The image that `bin/image` made. Its caches are accepted, here and wherever it is moved to.
class ImagePackageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path IMAGE = ROOT.resolve("packaging/target/image/ginnel");

    @TempDir
    Path elsewhere;

    @Test
    void everyCache_isAcceptedWithTheFlagsOfTheLauncher() throws IOException, InterruptedException {
        for (var program : Program.ALL) {
            var launcher = new Layout(ROOT, IMAGE).launcher(program);
            var classes =
                    loaded(launcher.insisting(IMAGE, "-Xlog:class+load:file=" + elsewhere.resolve("classes.txt")));

            assertThat(Files.readString(IMAGE.resolve("bin").resolve(program.name())))
                    .isEqualTo(launcher.running(IMAGE));
            assertThat(classes).as(program.name()).contains(program.main() + " shared objects file");
        }
    }

    @Test
    void theCommandLine_makesNoClassAtRunTime() throws IOException, InterruptedException {
        var launcher = new Layout(ROOT, IMAGE).launcher(Program.COMMAND_LINE);
        var classes = loaded(launcher.insisting(IMAGE, "-Xlog:class+load:file=" + elsewhere.resolve("classes.txt")));

        assertThat(classes.stream().filter(it -> !it.endsWith(" shared objects file")))
                .isEmpty();
    }

    @Test
    void anImageThatWasMoved_keepsItsCaches() throws IOException, InterruptedException {
        var moved = elsewhere.resolve("moved");
        copy(IMAGE, moved);
        for (var program : Program.ALL) {
            var launcher = new Layout(ROOT, IMAGE).launcher(program);
            var classes =
                    loaded(launcher.insisting(moved, "-Xlog:class+load:file=" + elsewhere.resolve("classes.txt")));

            assertThat(classes).as(program.name()).contains(program.main() + " shared objects file");
        }
    }

    /// Runs it, refused by whatever it needs, and gives each class with where it came from.
    private Set<String> loaded(List<String> command) throws IOException, InterruptedException {
        var words = new ArrayList<>(command);
        words.add("--version");
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.equals("DISPLAY") || name.startsWith("XDG_"));
        builder.environment().put("GINNEL_SOCKET", elsewhere.resolve("nobody").toString());
        var process = builder.start();
        assertThat(process.getInputStream().readAllBytes()).isNotNull();
        assertThat(process.waitFor()).isNotNegative();
        try (var lines = Files.lines(elsewhere.resolve("classes.txt"))) {
            return lines.filter(line -> line.contains(" source: "))
                    .map(line -> line.replaceFirst("^(?:\\[[^]]*])*\\s*", "").replace("source: ", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .start()
                        .waitFor())
                .isZero();
    }
}
