// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.io.Serial;
import java.util.Optional;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.control.Snapshot;
import org.ginnel.tunnel.ErrorCause;
import org.jspecify.annotations.Nullable;

/// A command could not do what it was asked: how the process ends, and the words for it.
final class Failure extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ExitCode code;
    private final transient Explanation words;
    private final transient @Nullable ErrorCause cause;
    private final transient @Nullable Snapshot snapshot;

    private Failure(ExitCode code, Explanation words, @Nullable ErrorCause cause, @Nullable Snapshot snapshot) {
        super(words.what());
        this.code = code;
        this.words = words;
        this.cause = cause;
        this.snapshot = snapshot;
    }

    /// Something on this side of the socket, in words of its own.
    static Failure of(ExitCode code, Explanation words) {
        return new Failure(code, words, null, null);
    }

    /// Something that the daemon refused, in words of its own.
    static Failure of(ExitCode code, Explanation words, ErrorCause cause) {
        return new Failure(code, words, cause, null);
    }

    /// No conversation with the daemon.
    static Failure of(ErrorCause cause) {
        return new Failure(ExitCode.of(cause), Explanation.of(cause), cause, null);
    }

    /// The daemon refused, and said how things are.
    static Failure of(ErrorCause cause, Snapshot snapshot) {
        return new Failure(ExitCode.of(cause), Explanation.of(cause), cause, snapshot);
    }

    ExitCode code() {
        return code;
    }

    Explanation words() {
        return words;
    }

    Optional<ErrorCause> errorCause() {
        return Optional.ofNullable(cause);
    }

    Optional<Snapshot> snapshot() {
        return Optional.ofNullable(snapshot);
    }
}
