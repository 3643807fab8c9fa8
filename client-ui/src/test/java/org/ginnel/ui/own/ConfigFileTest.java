// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ginnel.control.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    private static final String SECRET = "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=";

    @TempDir
    Path folder;

    @Test
    void aConfig_isReadWhole_namedAfterItsFile_andNotPrinted() throws IOException {
        var read = of("my home.conf", "[Interface]\nPrivateKey = " + SECRET);

        assertThat(read).isEqualTo(new ConfigFile.Read("my home", "[Interface]\nPrivateKey = " + SECRET));
        assertThat(read.toString()).doesNotContain(SECRET);
        assertThat(new Request.AddServer("home", SECRET).toString()).doesNotContain(SECRET);
    }

    @Test
    void aPicture_isReadByItsCode() throws IOException {
        var picture = Files.write(folder.resolve("phone.PNG"), new byte[] {1});

        assertThat(ConfigFile.of(picture, _ -> Optional.of("[Interface]")))
                .isEqualTo(new ConfigFile.Read("phone", "[Interface]"));
        assertThat(key(ConfigFile.of(picture, _ -> Optional.empty()))).isEqualTo("own.noCode");
        assertThat(key(ConfigFile.of(picture, _ -> Optional.of("x".repeat(Request.MAX_OWN_CONFIG + 1)))))
                .isEqualTo("own.tooLarge");
    }

    @Test
    void whatCannotBeAConfig_saysWhy_andIsNotReadFar() throws IOException {
        assertThat(key(of("large.conf", "x".repeat(Request.MAX_OWN_CONFIG + 1))))
                .isEqualTo("own.tooLarge");
        var binary = Files.write(folder.resolve("binary.conf"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0});
        assertThat(key(ConfigFile.of(binary, _ -> Optional.empty()))).isEqualTo("own.noText");
        assertThat(key(ConfigFile.of(folder, _ -> Optional.empty()))).isEqualTo("own.unreadable");
        assertThat(key(ConfigFile.of(folder.resolve("gone.conf"), _ -> Optional.empty())))
                .isEqualTo("own.unreadable");
    }

    @Test
    void aNameThatIsNone_orTooLong_isMadeOne() throws IOException {
        assertThat(of("\u200b.conf", "")).isEqualTo(new ConfigFile.Read("WireGuard", ""));
        assertThat(of("n".repeat(200) + ".conf", "")).isEqualTo(new ConfigFile.Read("n".repeat(64), ""));
    }

    private ConfigFile of(String name, String text) throws IOException {
        return ConfigFile.of(Files.writeString(folder.resolve(name), text), _ -> Optional.empty());
    }

    private static String key(ConfigFile file) {
        return file instanceof ConfigFile.Unfit(var title, var _) ? title.key() : file.toString();
    }
}
