// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/// Tells that a file was written, replaced or removed.
final class FileWatch implements AutoCloseable {
    private final WatchService service;
    private final Path name;
    private final Runnable listener;

    private FileWatch(WatchService service, Path name, Runnable listener) {
        this.service = service;
        this.name = name;
        this.listener = listener;
    }

    /// @param file in a directory that exists
    static FileWatch start(Path file, Runnable listener) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException(file + " is no file");
        }
        var service = directory.getFileSystem().newWatchService();
        directory.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
        var watch = new FileWatch(service, file.getFileName(), listener);
        Thread.ofVirtual().name("ginnel-file").start(watch::listen);
        return watch;
    }

    private void listen() {
        try {
            for (var key = service.take(); ; key = service.take()) {
                if (concernsFile(key)) {
                    listener.run();
                }
                if (!key.reset()) {
                    return;
                }
            }
        } catch (ClosedWatchServiceException e) {
            // Nobody wants to know any more.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// An overflow names no file.
    private boolean concernsFile(WatchKey key) {
        return key.pollEvents().stream()
                .anyMatch(
                        event -> event.kind().equals(StandardWatchEventKinds.OVERFLOW) || name.equals(event.context()));
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
