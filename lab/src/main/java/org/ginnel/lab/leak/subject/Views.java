// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.subject;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;
import org.ginnel.lab.LabException;
import org.ginnel.tunnel.TunnelView;

/// What the daemon tells whoever watches it.
///
/// @param socket where it listens
record Views(Path socket) {
    /// The first view that fits, as soon as the daemon tells it.
    ///
    /// @throws LabException when it told none in time, with what it told last
    TunnelView await(Predicate<TunnelView> fits, Duration patience) {
        var found = new CompletableFuture<TunnelView>();
        var last = new AtomicReference<>("nothing");
        try (var daemon = ControlClient.connect(socket, "leaks")) {
            Thread.ofVirtual().name("views").start(() -> watch(daemon, fits, found, last));
            return found.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (ControlException e) {
            throw new LabException("the daemon does not answer: " + e.errorCause(), e);
        } catch (CompletionException e) {
            throw new LabException(
                    "what was waited for did not come in " + patience.toMillis() + " ms; the daemon's last words: "
                            + last,
                    e);
        }
    }

    private static void watch(
            ControlClient daemon,
            Predicate<TunnelView> fits,
            CompletableFuture<TunnelView> found,
            AtomicReference<String> last) {
        try {
            daemon.watch(false, snapshot -> {
                last.set(snapshot.tunnel().toString());
                if (fits.test(snapshot.tunnel())) {
                    found.complete(snapshot.tunnel());
                }
            });
        } catch (ControlException e) {
            found.completeExceptionally(e);
        }
        found.completeExceptionally(new LabException("the daemon hung up"));
    }
}
