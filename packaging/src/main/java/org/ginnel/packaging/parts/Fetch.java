// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.parts;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.ginnel.packaging.PackagingException;
import org.ginnel.packaging.tree.FileSum;

/// Gets native parts: from a folder, where they may also be put by hand for a machine without a network, else from
/// their address. What it gives is what was pinned, to the byte; anything else is never left in the folder.
///
/// @param cache the folder, which is made
/// @param patience for a server that says nothing
public record Fetch(Path cache, Duration patience) {
    /// That of a checkout: `.cache/native`.
    public static Fetch of(Path root) {
        return new Fetch(root.resolve(".cache/native"), Duration.ofSeconds(60));
    }

    /// The part's file.
    ///
    /// @throws PackagingException for a part that is not pinned, is another one than was pinned, or cannot be had
    public Path get(NativePart part) throws IOException {
        var pin = part.pin()
                .orElseThrow(() -> new PackagingException(part.name() + " " + part.version()
                        + " has no sum yet, so it is not used: download it from " + part.address()
                        + ", compare it with what its authors say, and write its size and SHA-256 into "
                        + NativeParts.LIST));
        var file = cache.resolve(part.file());
        if (!Files.exists(file)) {
            download(part, pin, file);
        } else if (Files.size(file) > pin.most()
                || !FileSum.of(FileSum.SHA_256, file).equals(pin.sha256())) {
            throw new PackagingException(file + " is not what was pinned: delete it, and it is fetched again");
        }
        return file;
    }

    private void download(NativePart part, NativePart.Pin pin, Path file) throws IOException {
        Files.createDirectories(cache);
        var arriving = Files.createTempFile(cache, part.file(), ".part");
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL) // never from https to http
                .connectTimeout(patience)
                .build()) {
            try (var body = open(client, part)) {
                receive(part, pin, body, arriving);
            }
            Files.move(arriving, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PackagingException(
                    part.file() + " could not be fetched from " + part.address() + " (" + e
                            + "): try again, or without a network put it into " + cache,
                    e);
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    /// Not a byte more is taken than was pinned, whatever the server says of its length.
    private static void receive(NativePart part, NativePart.Pin pin, InputStream body, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var taken = 0L;
            var some = new byte[1 << 16];
            for (var read = body.read(some); read >= 0; read = body.read(some)) {
                taken += read;
                if (taken > pin.most()) {
                    throw new PackagingException(part.address() + " gives more than the " + pin.most() + " bytes of "
                            + part.file() + ": it is another file");
                }
                out.write(some, 0, read);
            }
            if (pin.missing(taken) > 0) {
                throw new PackagingException(part.address() + " ended " + pin.missing(taken)
                        + " bytes before the end of " + part.file() + ": try again");
            }
        }
        var sum = FileSum.of(FileSum.SHA_256, file);
        if (!sum.equals(pin.sha256())) {
            throw new PackagingException(part.address() + " gives another file than was pinned: its SHA-256 is " + sum
                    + " and not " + pin.sha256());
        }
    }

    private InputStream open(HttpClient client, NativePart part) throws IOException {
        var request = HttpRequest.newBuilder(part.address()).timeout(patience).build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                response.body().close();
                throw new PackagingException(part.address() + " answered " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PackagingException("interrupted while fetching " + part.file(), e);
        }
    }
}
