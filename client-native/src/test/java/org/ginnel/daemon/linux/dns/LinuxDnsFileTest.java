// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.port.DnsContract;
import org.ginnel.daemon.port.Plans;
import org.ginnel.daemon.process.ScriptedCommands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A machine where nobody but the file itself is in charge.
class LinuxDnsFileTest extends DnsContract {
    private static final String THEIRS = "# from DHCP\nnameserver 192.168.77.1\noptions edns0\n# caf\u00e9\n";

    @TempDir
    private Path directory = Path.of("unset");

    @BeforeEach
    void writeTheirs() throws IOException {
        Files.createDirectories(state());
        Files.createDirectories(file().getParent());
        Files.writeString(file(), THEIRS);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
    }

    @Override
    protected Dns dns() {
        return new LinuxDns(new ScriptedCommands(), program -> false, file(), state());
    }

    @Override
    protected boolean isUsed(DnsPlan plan) {
        return read().equals(DnsText.file(plan));
    }

    @Override
    protected boolean overwriteByAnother() {
        try {
            Files.writeString(file(), THEIRS);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected boolean isUntouched() {
        try {
            return Files.isRegularFile(file(), LinkOption.NOFOLLOW_LINKS)
                    && read().equals(THEIRS)
                    && PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))
                            .equals("rw-r-----");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void restore_nothingIsLeftOfUs() throws IOException {
        assertThat(dns().use(Plans.dns())).isEmpty();
        assertThat(dns().restore()).isEmpty();
        assertThat(state()).isEmptyDirectory();
        try (var beside = Files.list(file().getParent())) {
            assertThat(beside).containsExactly(file());
        }
    }

    @Test
    void restore_symbolicLink_isOneAgain() throws IOException {
        Files.move(file(), directory.resolve("managed"));
        Files.createSymbolicLink(file(), Path.of("../managed"));
        assertThat(dns().use(Plans.dns())).isEmpty();
        assertThat(isUsed(Plans.dns())).isTrue();
        assertThat(Files.readString(directory.resolve("managed"))).isEqualTo(THEIRS);
        assertThat(dns().restore()).isEmpty();
        assertThat(Files.readSymbolicLink(file())).isEqualTo(Path.of("../managed"));
        assertThat(read()).isEqualTo(THEIRS);
    }

    @Test
    void restore_linkThatLeadsNowhere_isOneAgain() throws IOException {
        Files.delete(file());
        Files.createSymbolicLink(file(), Path.of("../nowhere"));
        assertThat(dns().use(Plans.dns())).isEmpty();
        assertThat(dns().restore()).isEmpty();
        assertThat(Files.readSymbolicLink(file())).isEqualTo(Path.of("../nowhere"));
    }

    @Test
    void restore_fileThatWasNotThere_isNotThereAgain() throws IOException {
        Files.delete(file());
        assertThat(dns().use(Plans.dns())).isEmpty();
        assertThat(file()).exists();
        assertThat(dns().restore()).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    void restore_whatSomebodyElseWroteMeanwhile_stays() throws IOException {
        assertThat(dns().use(Plans.dns())).isEmpty();
        Files.writeString(file(), "nameserver 192.0.2.99\n");
        assertThat(dns().restore()).isEmpty();
        assertThat(read()).isEqualTo("nameserver 192.0.2.99\n");
        assertThat(state()).isEmptyDirectory();
    }

    @Test
    void use_afterSomebodyElseWrote_keepsTheirs() throws IOException {
        assertThat(dns().use(Plans.dns())).isEmpty();
        Files.writeString(file(), "nameserver 192.0.2.99\n");
        assertThat(dns().use(Plans.dns())).isEmpty();
        assertThat(dns().restore()).isEmpty();
        assertThat(read()).isEqualTo("nameserver 192.0.2.99\n");
    }

    @Test
    void restore_crashInTheMiddleOfWriting_isUndone() throws IOException {
        assertThat(dns().use(Plans.dns())).isEmpty();
        Files.writeString(file(), DnsText.file(Plans.dns()).substring(0, 40));
        assertThat(dns().restore()).isEmpty();
        assertThat(read()).isEqualTo(THEIRS);
    }

    @Test
    void restore_crashBeforeWriting_leavesTheFileAlone() throws IOException {
        assertThat(dns().use(Plans.dns())).isEmpty();
        Files.writeString(file(), THEIRS);
        assertThat(dns().restore()).isEmpty();
        assertThat(read()).isEqualTo(THEIRS);
    }

    @Test
    void restore_backupThatMakesNoSense_leavesTheFileAlone() throws IOException {
        Files.writeString(state().resolve("resolv.conf.json"), "{\"kind\":\"FILE\"");
        assertThat(dns().restore()).isEmpty();
        assertThat(read()).isEqualTo(THEIRS);
    }

    @Test
    void use_fileTooLargeToKeep_isRefusedAndChangesNothing() throws IOException {
        var large = "#".repeat(70_000);
        Files.writeString(file(), large);
        assertThat(dns().use(Plans.dns())).isPresent();
        assertThat(Files.readString(file())).isEqualTo(large);
    }

    @Test
    void backup_isRootsAlone() throws IOException {
        assertThat(dns().use(Plans.dns())).isEmpty();
        var backup = state().resolve("resolv.conf.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
    }

    private Path file() {
        return directory.resolve("etc/resolv.conf");
    }

    private Path state() {
        return directory.resolve("state");
    }

    private String read() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
