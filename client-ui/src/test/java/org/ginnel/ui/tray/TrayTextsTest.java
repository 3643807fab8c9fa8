// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TrayTextsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/ginnel/ui/tray");
    private static final Pattern KEY = Pattern.compile("\"(tray\\.[a-z-]*)\"");

    @Test
    void keys_areAllUsedAndAllThere() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.list(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(used::add);
            }
        }

        assertThat(used).isEqualTo(new TreeSet<>(bundle().keySet())).isNotEmpty();
    }

    @Test
    void texts_withAPlace_areFilledWithoutSwallowingQuotes() {
        assertThat(bundle().keySet())
                .noneSatisfy(key -> assertThat(bundle().getString(key)).contains("'"));
    }

    private static ResourceBundle bundle() {
        return ResourceBundle.getBundle("org.ginnel.ui.tray.tray", Locale.ROOT);
    }
}
