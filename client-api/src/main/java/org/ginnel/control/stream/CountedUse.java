// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control.stream;

import java.io.IOException;

/// Gives something back to the system only when no call uses it any more, since the system may give its number to
/// somebody else at once. Any thread.
public final class CountedUse {
    private final Runnable wake;
    private final Runnable release;
    private int users;
    private boolean closed;

    /// @param wake ends the calls that wait in it
    /// @param release gives it back, once
    public CountedUse(Runnable wake, Runnable release) {
        this.wake = wake;
        this.release = release;
    }

    /// A call begins to use it; it has to [leave][#leave()].
    ///
    /// @throws IOException when it was closed
    public synchronized void enter() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        users++;
    }

    /// A call uses it no more.
    public synchronized void leave() {
        users--;
        releaseIfUnused();
    }

    /// Wakes who waits. Does nothing the second time.
    public synchronized void close() {
        if (!closed) {
            closed = true;
            wake.run();
            releaseIfUnused();
        }
    }

    private void releaseIfUnused() {
        if (closed && users == 0) {
            release.run();
        }
    }
}
