// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ginnel.update.Download;
import org.ginnel.update.ReleaseVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseChannelTest {
    private static final String ADDRESS = "https://releases.example/announcement";

    private final String key = new SignedReleases().key().text();

    /// In the build of a release this is the test that its properties are such.
    @Test
    void whatTheBuildWasTold_isNothing_orAWholeChannel() {
        assertThat(ReleaseChannel.built().map(channel -> channel.judge().keys()).filter(List::isEmpty))
                .isEmpty();
        assertThat(ReleaseChannel.of("", " ")).isEmpty();
        assertThat(ReleaseChannel.of(key, ADDRESS).orElseThrow().host()).isEqualTo("releases.example");
        assertThat(ReleaseChannel.of(key + ", " + new SignedReleases().key().text(), ADDRESS)
                        .orElseThrow()
                        .judge()
                        .keys())
                .hasSize(2);
    }

    @Test
    void aBuildThatWasToldNonsense_fails() {
        for (var keys : List.of("", "x", key + ",", key.substring(4))) {
            assertThatThrownBy(() -> ReleaseChannel.of(keys, ADDRESS)).hasMessageContaining("ginnel.update.keys");
        }
        for (var address : List.of("", "http://releases.example/a", "releases.example", "https://a b/")) {
            assertThatThrownBy(() -> ReleaseChannel.of(key, address)).hasMessageContaining("ginnel.update.address");
        }
    }

    @Test
    void whatIsInstalled_isAsItsPackageSays(@TempDir Path home) throws IOException {
        var jar = home.resolve("lib/client-ui.jar");
        assertThat(Installed.at(jar, "0.1.0")).isEmpty();
        Files.writeString(home.resolve("package"), "rpm\n");
        assertThat(Installed.at(jar, "0.1.0"))
                .isEqualTo(
                        Optional.of(new Installed(new ReleaseVersion(0, 1, 0), "rpm", System.getProperty("os.arch"))));
        assertThat(Installed.at(jar, "in development")).isEmpty();
        Files.writeString(home.resolve("package"), "x".repeat(17));
        assertThat(Installed.at(jar, "0.1.0")).isEmpty();
    }

    @Test
    void theCommand_fetchesAndChecks_andNoNameGetsIntoTheShell() {
        assertThat(release("https://releases.example/g/ginnel_0.2.0_amd64.deb").command())
                .isEqualTo("curl --proto =https -fLo ginnel_0.2.0_amd64.deb"
                        + " 'https://releases.example/g/ginnel_0.2.0_amd64.deb' && echo '" + "ab".repeat(32)
                        + "  ginnel_0.2.0_amd64.deb' | sha256sum -c");
        assertThat(release("https://releases.example/it's/a.deb").command())
                .contains("'https://releases.example/it'\\''s/a.deb'");
        for (var odd : List.of("-o.deb", "$(reboot).deb", "a;b.deb", "a'b.deb", "", ".bashrc")) {
            assertThat(release("https://releases.example/" + odd).command())
                    .isEqualTo("https://releases.example/" + odd);
        }
    }

    private static Release release(String address) {
        return new Release(
                new ReleaseVersion(0, 2, 0),
                new ReleaseVersion(0, 1, 0),
                new Download("deb", "amd64", URI.create(address), 1, "ab".repeat(32)));
    }
}
