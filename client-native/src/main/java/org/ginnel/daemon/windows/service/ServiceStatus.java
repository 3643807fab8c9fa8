// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.service;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/// What the manager is told of the service (`SERVICE_STATUS`). Pure; offsets and numbers by
/// `windows-control-layouts.c`.
///
/// @param failure our own number of why it ended; 0 for none
/// @param patience how long the manager is to wait for the next one
record ServiceStatus(State state, int failure, Duration patience) {
    /// How it is.
    enum State {
        START_PENDING(2),
        STOP_PENDING(3),
        RUNNING(4),
        STOPPED(1);

        final int number;

        State(int number) {
            this.number = number;
        }
    }

    static final int SIZE = 28;
    private static final int OWN_PROCESS = 0x10;

    /// `SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_SHUTDOWN | SERVICE_ACCEPT_POWEREVENT | SERVICE_ACCEPT_TIMECHANGE`.
    private static final int ACCEPTED = 0x1 | 0x4 | 0x40 | 0x200;

    private static final int ERROR_SERVICE_SPECIFIC_ERROR = 1066;

    static ServiceStatus starting() {
        return new ServiceStatus(State.START_PENDING, 0, Duration.ofSeconds(30));
    }

    static ServiceStatus running() {
        return new ServiceStatus(State.RUNNING, 0, Duration.ZERO);
    }

    static ServiceStatus stopping() {
        return new ServiceStatus(State.STOP_PENDING, 0, Duration.ofSeconds(10));
    }

    static ServiceStatus stopped(int failure) {
        return new ServiceStatus(State.STOPPED, failure, Duration.ZERO);
    }

    /// As Windows takes it.
    byte[] bytes() {
        return ByteBuffer.allocate(SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(OWN_PROCESS)
                .putInt(state.number)
                .putInt(state == State.RUNNING ? ACCEPTED : 0)
                .putInt(failure == 0 ? 0 : ERROR_SERVICE_SPECIFIC_ERROR)
                .putInt(failure)
                .putInt(0)
                .putInt(Math.toIntExact(patience.toMillis()))
                .array();
    }
}
