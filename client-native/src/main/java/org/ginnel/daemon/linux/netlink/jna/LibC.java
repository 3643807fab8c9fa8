// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink.jna;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import java.nio.ByteBuffer;

/// The C library on 64-bit Linux. Every call that fails throws the `errno`. Buffers are direct ones, read and
/// written from their position, which stays.
public final class LibC {
    public static final int AF_NETLINK = 16;
    public static final int SOCK_RAW = 3;
    public static final int SOCK_CLOEXEC = 0x80000;
    public static final int NETLINK_ROUTE = 0;
    public static final int NETLINK_NETFILTER = 12;
    public static final int SOL_SOCKET = 1;
    public static final int SO_RCVBUF = 8;
    public static final int SOL_NETLINK = 270;
    public static final int NETLINK_CAP_ACK = 10;
    public static final int NETLINK_EXT_ACK = 11;
    public static final int NETLINK_GET_STRICT_CHK = 12;
    public static final int MSG_TRUNC = 0x20;
    public static final int MSG_DONTWAIT = 0x40;
    public static final int EFD_CLOEXEC = 0x80000;
    public static final short POLLIN = 1;

    static {
        Native.register(LibC.class, "c");
    }

    public static native int socket(int domain, int type, int protocol) throws LastErrorException;

    public static native int bind(int descriptor, byte[] address, int size) throws LastErrorException;

    public static native int setsockopt(int descriptor, int level, int name, int[] value, int size)
            throws LastErrorException;

    public static native long send(int descriptor, ByteBuffer bytes, long size, int flags) throws LastErrorException;

    public static native long recvfrom(
            int descriptor, ByteBuffer buffer, long size, int flags, byte[] address, int[] addressSize)
            throws LastErrorException;

    /// `poll(2)`.
    ///
    /// @param descriptors `count` times `struct pollfd`
    /// @param timeout milliseconds, or -1 to wait for ever
    public static native int poll(ByteBuffer descriptors, long count, int timeout) throws LastErrorException;

    public static native int eventfd(int start, int flags) throws LastErrorException;

    public static native long write(int descriptor, byte[] bytes, long size) throws LastErrorException;

    public static native int close(int descriptor) throws LastErrorException;

    public static native String strerror(int errno);

    private LibC() {}
}
