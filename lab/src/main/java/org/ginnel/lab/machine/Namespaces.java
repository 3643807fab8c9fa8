// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.machine;

import java.io.IOException;
import java.util.concurrent.FutureTask;
import org.ginnel.lab.jna.LibC;

/// A network namespace and a mount namespace of their own, which live until [#close()] and the last program in them.
///
/// A namespace belongs to a thread, so all work runs on fresh platform threads. A socket stays in the network in which
/// it was made, a program in the namespaces of the thread that started it.
final class Namespaces implements AutoCloseable {
    private final String name;
    private final int network;
    private final int mounts;

    private Namespaces(String name, int network, int mounts) {
        this.name = name;
        this.network = network;
        this.mounts = mounts;
    }

    /// Makes both; `beforeMounts` runs in the new network and the old mounts, `furnish` in the new mounts.
    static Namespaces create(String name, Runnable beforeMounts, Runnable furnish) throws IOException {
        return onThread(name, () -> {
            LibC.unshare(LibC.CLONE_NEWNET);
            beforeMounts.run();
            var network = LibC.open("/proc/thread-self/ns/net", LibC.O_RDONLY | LibC.O_CLOEXEC);
            LibC.unshare(LibC.CLONE_NEWNS);
            furnish.run();
            var mounts = LibC.open("/proc/thread-self/ns/mnt", LibC.O_RDONLY | LibC.O_CLOEXEC);
            return new Namespaces(name, network, mounts);
        });
    }

    /// Runs `work` in the network, with the files of the lab.
    <T> T inNetwork(Work<T> work) throws IOException {
        return onThread(name, () -> {
            LibC.setns(network, LibC.CLONE_NEWNET);
            return work.run();
        });
    }

    /// Runs `work` in the network and with the files of the machine.
    <T> T inside(Work<T> work) throws IOException {
        return onThread(name, () -> {
            LibC.setns(network, LibC.CLONE_NEWNET);
            LibC.unshare(LibC.CLONE_FS);
            LibC.setns(mounts, LibC.CLONE_NEWNS);
            return work.run();
        });
    }

    private static <T> T onThread(String name, Work<T> work) throws IOException {
        var task = new FutureTask<>(work::run);
        Thread.ofPlatform().name("in " + name).daemon().start(task);
        return Outcome.of(task, name);
    }

    @Override
    public void close() {
        LibC.close(network);
        LibC.close(mounts);
    }
}
