// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.memory;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;

/// madvise(2), getpagesize(2) and prctl(2) on 64-bit Linux. A call that fails throws the `errno`.
final class MemoryLibrary {
    static final int MADV_DONTNEED = 4;
    static final int MADV_NOHUGEPAGE = 15;
    static final int PR_SET_THP_DISABLE = 41;

    static {
        Native.register(MemoryLibrary.class, "c");
    }

    private MemoryLibrary() {}

    static native int getpagesize();

    static native int madvise(long start, long length, int advice) throws LastErrorException;

    static native int prctl(int option, long first, long second, long third, long fourth) throws LastErrorException;
}
