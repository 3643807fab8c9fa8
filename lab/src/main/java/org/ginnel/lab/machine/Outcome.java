// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.machine;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.ginnel.lab.LabException;

/// Waits for what another thread does, and fails as that failed.
final class Outcome {
    /// @param where for the message, should it fail
    static <T> T of(Future<T> work, String where) throws IOException {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while working in " + where, e);
        } catch (ExecutionException e) {
            throw failure(e, where);
        }
    }

    private static IOException failure(ExecutionException e, String where) {
        return switch (e.getCause()) {
            case null -> new IOException(e);
            case IOException io -> io;
            case LastErrorException errno -> new IOException("the kernel refused a step in " + where, errno);
            case RuntimeException runtime -> throw runtime;
            case Error error -> throw error;
            case Throwable other -> new IOException(other);
        };
    }

    private Outcome() {}
}
