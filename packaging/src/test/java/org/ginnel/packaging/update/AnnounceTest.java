// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ginnel.packaging.PackagingException;
import org.ginnel.packaging.Version;
import org.ginnel.update.Download;
import org.ginnel.update.Installation;
import org.ginnel.update.ReleaseVersion;
import org.ginnel.update.Seen;
import org.ginnel.update.UpdateJudge;
import org.ginnel.update.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the tool signs is what installations believe.
class AnnounceTest {
    @TempDir
    Path directory;

    private final URI address = URI.create("https://ginnel.example/releases/");

    @Test
    void whatIsSigned_isOffered() throws IOException, GeneralSecurityException {
        var keyFile = directory.resolve("key");
        var key = new KeyFile(keyFile).make();
        var packages = Files.createDirectory(directory.resolve("packages"));
        Files.writeString(packages.resolve("ginnel_9_amd64.deb"), "abc");
        var announcement = directory.resolve("announcement");

        assertThat(Main.run(words("sign", keyFile, 1, 1000, 14, address, packages, announcement)))
                .isZero();

        var here = new Installation(UUID.randomUUID(), new ReleaseVersion(0, 0, 1), "deb", "amd64");
        var verdict = new UpdateJudge(List.of(key))
                .judge(Files.readAllBytes(announcement), here, Seen.NOTHING, Instant.now())
                .verdict();
        var expected = new Download(
                "deb",
                "amd64",
                address.resolve("ginnel_9_amd64.deb"),
                3,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // FIPS 180-2, B.1
        assertThat(verdict)
                .isEqualTo(
                        new Verdict.Offered(ReleaseVersion.parse(Version.OURS).orElseThrow(), expected));
    }

    @Test
    void everyKindOfPackage_isFound_andNothingElse() throws IOException {
        for (var name : List.of(
                "ginnel_0.1.0_arm64.deb",
                "ginnel-0.1.0-1.x86_64.rpm",
                "ginnel-0.1.0-linux-amd64.tar.xz",
                "ginnel-0.1.0.cdx.json",
                "SHA256SUMS")) {
            Files.writeString(directory.resolve(name), "x");
        }

        assertThat(new Packages(directory, address).downloads().stream().map(it -> it.kind() + " " + it.architecture()))
                .containsExactlyInAnyOrder("deb aarch64", "rpm amd64", "tar.xz amd64");
    }

    @Test
    void aKey_isItsOwnersAlone_andNeverWrittenOver() throws IOException, GeneralSecurityException {
        var file = new KeyFile(directory.resolve("key"));
        file.make();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.file())))
                .isEqualTo("rw-------");
        assertThatThrownBy(file::make).isInstanceOf(PackagingException.class);
        Files.setPosixFilePermissions(file.file(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(file::read).isInstanceOf(PackagingException.class).hasMessageContaining("others may read");
    }

    @Test
    void whatIsNoKey_isToldWithoutQuotingIt() throws IOException {
        var file = Files.writeString(directory.resolve("key"), "c2VjcmV0\nc2VjcmV0\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThatThrownBy(() -> new KeyFile(file).read())
                .isInstanceOf(PackagingException.class)
                .hasMessageNotContaining("c2Vj");
    }

    @Test
    void whatIsAskedWrongly_isRefused() {
        assertThat(Main.run(List.of())).isEqualTo(2);
        assertThat(Main.run(words("sign", directory.resolve("nobody"), 1, 1000, 14, address, directory, "x")))
                .isEqualTo(1);
    }

    private static List<String> words(Object... words) {
        return List.of(words).stream().map(Object::toString).toList();
    }
}
