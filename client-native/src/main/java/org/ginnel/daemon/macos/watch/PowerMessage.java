// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.watch;

/// What the kernel says of sleep (`IOMessage.h` of IOKit). Pure.
enum PowerMessage {
    /// It wants to sleep, or will; whoever is told has to agree, or it waits 30 s for that.
    ASKS,
    /// It has slept.
    AWAKE,
    /// Something else.
    OTHER;

    /// `iokit_common_msg`.
    private static final int COMMON = 0xe000_0000;

    private static final int CAN_SYSTEM_SLEEP = COMMON | 0x270;
    private static final int SYSTEM_WILL_SLEEP = COMMON | 0x280;
    private static final int SYSTEM_HAS_POWERED_ON = COMMON | 0x300;

    static PowerMessage of(int message) {
        return switch (message) {
            case CAN_SYSTEM_SLEEP, SYSTEM_WILL_SLEEP -> ASKS;
            case SYSTEM_HAS_POWERED_ON -> AWAKE;
            default -> OTHER;
        };
    }
}
