// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The image that `bin/image` made. Its caches are accepted, here and wherever it is moved to.
class ImagePackageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path IMAGE = ROOT.resolve("packaging/target/image/ginnel");

    private static final int NO_SCREEN = 3;

    @TempDir
    Path elsewhere;

    @Test
    void everyCache_isAcceptedWithTheFlagsOfTheLauncher() throws IOException, InterruptedException {
        for (var program : Program.ALL) {
            var launcher = new Layout(ROOT, IMAGE).launcher(program);
            var classes = loaded(program, launcher, IMAGE);

            assertThat(Files.readString(IMAGE.resolve("bin").resolve(program.name())))
                    .isEqualTo(launcher.running(IMAGE));
            assertThat(classes).as(program.name()).contains(program.main() + " shared objects file");
        }
    }

    @Test
    void theCommandLine_makesNoClassAtRunTime() throws IOException, InterruptedException {
        var launcher = new Layout(ROOT, IMAGE).launcher(Program.COMMAND_LINE);
        var classes = loaded(Program.COMMAND_LINE, launcher, IMAGE);

        assertThat(classes).contains("org.ginnel.cli.Ginnel shared objects file");
        assertThat(classes.stream().filter(it -> !it.endsWith(" shared objects file")))
                .isEmpty();
    }

    @Test
    void anImageThatWasMoved_keepsItsCaches() throws IOException, InterruptedException {
        var moved = elsewhere.resolve("moved");
        copy(IMAGE, moved);
        for (var program : Program.ALL) {
            var launcher = new Layout(ROOT, IMAGE).launcher(program);
            var classes = loaded(program, launcher, moved);

            assertThat(classes).as(program.name()).contains(program.main() + " shared objects file");
        }
    }

    /// Has it tell its version and gives each class with where it came from. The window tells that there is no screen.
    private Set<String> loaded(Program program, Launcher launcher, Path home) throws IOException, InterruptedException {
        var log = elsewhere.resolve("classes.txt");
        var words = new ArrayList<>(launcher.insisting(home, "-Xlog:class+load:file=" + log));
        words.add("--version");
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.equals("DISPLAY") || name.startsWith("XDG_"));
        builder.environment().put("GINNEL_SOCKET", elsewhere.resolve("nobody").toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(program.equals(Program.WINDOW) ? NO_SCREEN : 0);
        try (var lines = Files.lines(log)) {
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
