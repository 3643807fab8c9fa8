// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.jpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Native;
import java.nio.file.Path;
import java.util.Locale;
import org.ginnel.devkit.Golden;
import org.ginnel.packaging.PackagingException;
import org.ginnel.packaging.Version;
import org.ginnel.packaging.image.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What jpackage is told on each system.
class AppOptionsTest {
    @ParameterizedTest
    @EnumSource
    void whatJpackageIsTold_isAsReviewed(Desktop desktop) {
        var options = new AppOptions(desktop, Path.of("/work"));
        var text = new StringBuilder(String.join("\n", options.command())).append('\n');
        options.launchers()
                .forEach((name, properties) ->
                        text.append("\n# ").append(name).append(".properties\n").append(properties));

        Golden.check(
                "jpackage/" + desktop.name().toLowerCase(Locale.ROOT) + ".txt",
                text.toString().replace(Version.OURS, "VERSION"));
    }

    /// Disks of both systems take `Ginnel` and `ginnel` for one file.
    @Test
    void launchers_differInMoreThanCapitals() {
        assertThat(Program.ALL)
                .extracting(program -> program.name().toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }

    @Test
    void jnaForEachSystem_isLookedForWhereItsJarHasIt() {
        assertThat(Desktop.MACOS.jnaEntry("aarch64")).isEqualTo("com/sun/jna/darwin-aarch64/libjnidispatch.jnilib");
        assertThat(Desktop.MACOS.jnaEntry("x86_64")).isEqualTo("com/sun/jna/darwin-x86-64/libjnidispatch.jnilib");
        assertThat(Desktop.WINDOWS.jnaEntry("amd64")).isEqualTo("com/sun/jna/win32-x86-64/jnidispatch.dll");
        for (var desktop : Desktop.values()) {
            for (var architecture : new String[] {"amd64", "aarch64"}) {
                assertThat(Native.class.getResource("/" + desktop.jnaEntry(architecture)))
                        .as("%s %s", desktop, architecture)
                        .isNotNull();
            }
        }
        assertThatThrownBy(() -> Desktop.MACOS.jnaEntry("ppc")).isInstanceOf(PackagingException.class);
    }
}
