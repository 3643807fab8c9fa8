// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.ginnel.daemon.store.OwnerOnlyFile;

/// The closed firewall as a file that `nft -f` reads before there is a network: `boot.nft` while the machine is to come
/// up closed, `boot.nft.off` while it is not. Opening and closing only rename it (rename(2) is atomic and takes no room
/// on the disk). A rename is on the disk for sure when the directory is next forced there, as every write of the state
/// beside it does. Any thread.
final class BootFile {
    private final Path on;
    private final Path off;

    /// @param directory exists, and is root's alone
    BootFile(Path directory) {
        this.on = directory.resolve("boot.nft");
        this.off = directory.resolve("boot.nft.off");
    }

    /// @param text what `nft` is to load
    /// @param closed whether it is to be loaded
    synchronized void keep(String text, boolean closed) throws IOException {
        var wanted = closed ? on : off;
        var other = closed ? off : on;
        if (!holds(wanted, text)) {
            if (holds(other, text)) {
                Files.move(other, wanted, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                OwnerOnlyFile.replace(wanted, text.getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.deleteIfExists(other);
    }

    private static boolean holds(Path file, String text) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(text);
    }
}
