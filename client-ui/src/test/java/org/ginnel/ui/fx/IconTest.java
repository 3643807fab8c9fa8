// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IconTest {
    private static final Path MAIN = Path.of("src", "main");
    private static final Pattern USE = Pattern.compile("\\.node\\((\\d+)\\)");

    /// One without a class would have no size, and not be seen.
    @Test
    void everySize_hasAClassInTheStyleSheet_andNoneIsUnused() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(MAIN.resolve("java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                USE.matcher(Files.readString(file)).results().forEach(use -> used.add(use.group(1)));
            }
        }
        var sheet = Files.readString(MAIN.resolve(Path.of("resources", "org", "ginnel", "ui", "theme", "base.css")));
        var styled = new TreeSet<String>();
        Pattern.compile("\\.icon-(\\d+) ").matcher(sheet).results().forEach(rule -> styled.add(rule.group(1)));

        assertThat(used).isNotEmpty().isEqualTo(styled);
    }
}
