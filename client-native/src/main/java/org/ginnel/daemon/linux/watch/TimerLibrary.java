// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.watch;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import org.jspecify.annotations.Nullable;

/// Timers of the kernel that can be read like files. Every call that fails throws the `errno`.
final class TimerLibrary {
    static final int CLOCK_REALTIME = 0;
    static final int TFD_CLOEXEC = 0x80000;
    static final int TFD_TIMER_ABSTIME = 1;
    static final int TFD_TIMER_CANCEL_ON_SET = 2;

    static {
        Native.register(TimerLibrary.class, "c");
    }

    private TimerLibrary() {}

    static native int timerfd_create(int clock, int flags) throws LastErrorException;

    /// @param when `struct itimerspec`: interval and first expiration, each seconds and nanoseconds
    static native int timerfd_settime(int descriptor, int flags, byte[] when, byte @Nullable [] before)
            throws LastErrorException;

    static native long read(int descriptor, byte[] buffer, long size) throws LastErrorException;

    static native int close(int descriptor) throws LastErrorException;
}
