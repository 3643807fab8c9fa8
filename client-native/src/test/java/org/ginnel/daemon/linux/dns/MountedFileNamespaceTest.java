// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ginnel.daemon.linux.Tools;
import org.ginnel.daemon.port.Plans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `/etc/resolv.conf` as containers and `ip netns exec` have it: a mount, which cannot be replaced, only written.
class MountedFileNamespaceTest {
    private final Tools tools = Tools.inNamespace();

    @TempDir
    private Path directory = Path.of("unset");

    @BeforeEach
    void mount() throws IOException {
        Files.createDirectory(directory.resolve("state"));
        Files.writeString(directory.resolve("theirs"), "nameserver 192.168.77.1\n");
        Files.writeString(file(), "");
        tools.run("mount --bind " + directory.resolve("theirs") + " " + file());
    }

    @AfterEach
    void unmount() {
        tools.run("umount " + file());
    }

    @Test
    void use_writesThroughTheMountAndRestores() {
        var dns = new LinuxDns(tools.commands(), program -> false, file(), directory.resolve("state"));
        assertThat(dns.use(Plans.dns())).isEmpty();
        assertThat(directory.resolve("theirs")).hasContent(DnsText.file(Plans.dns()));
        assertThat(dns.restore()).isEmpty();
        assertThat(directory.resolve("theirs")).hasContent("nameserver 192.168.77.1\n");
    }

    private Path file() {
        return directory.resolve("resolv.conf");
    }
}
