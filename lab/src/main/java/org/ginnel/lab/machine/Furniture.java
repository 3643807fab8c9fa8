// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ginnel.lab.LabException;
import org.ginnel.lab.jna.LibC;

/// The directories and mounts of one machine.
///
/// /etc is a directory of its own, mounted whole, not single files: renaming over a mounted file (how /etc/resolv.conf
/// is replaced) fails with EBUSY.
final class Furniture {
    private final Path lab;
    private final Path home;
    private final boolean ownEtc;

    Furniture(Path lab, String name, boolean ownEtc) {
        this.lab = lab;
        this.home = lab.resolve(name);
        this.ownEtc = ownEtc;
    }

    Path run() {
        return home.resolve("run");
    }

    Path etc() {
        return ownEtc ? home.resolve("etc") : Path.of("/etc");
    }

    /// Where `ip netns` looks for it.
    private Path published() {
        return Path.of("/run/netns").resolve(home.getFileName());
    }

    void prepare() throws IOException {
        Files.createDirectories(run().resolve("lab"));
        Files.createDirectories(run().resolve("wireguard"));
        Files.createDirectories(run().resolve("lock"));
        Files.createDirectories(published().getParent());
        Files.createFile(published());
        if (ownEtc) {
            copyEtc();
        }
    }

    private void copyEtc() throws IOException {
        var copy = new ProcessBuilder("cp", "-r", "/etc/.", etc().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Files.createDirectories(etc());
        try {
            if (copy.start().waitFor() != 0) {
                throw new LabException("could not copy /etc for " + home.getFileName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while copying /etc", e);
        }
    }

    /// On a thread that is in the network of the machine and still among the mounts of the lab.
    void publishNetwork() {
        LibC.mount("/proc/thread-self/ns/net", published().toString(), "none", LibC.MS_BIND, "");
    }

    /// On a thread that is in the mounts of the machine.
    void mount() {
        LibC.mount(lab.toString(), run().resolve("lab").toString(), "none", LibC.MS_BIND, "");
        var shared = System.getenv("GINNEL_LAB_SHARE");
        if (shared != null && shared.startsWith("/run/")) {
            keep(Path.of(shared));
        }
        LibC.mount(run().toString(), "/run", "none", LibC.MS_BIND | LibC.MS_REC, "");
        if (ownEtc) {
            LibC.mount(etc().toString(), "/etc", "none", LibC.MS_BIND, "");
        }
    }

    private void keep(Path shared) {
        try {
            var inside = run().resolve(Path.of("/run").relativize(shared));
            Files.createDirectories(inside);
            LibC.mount(shared.toString(), inside.toString(), "none", LibC.MS_BIND, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() throws IOException {
        LibC.umount2(published().toString(), LibC.MNT_DETACH);
        Files.delete(published());
    }
}
