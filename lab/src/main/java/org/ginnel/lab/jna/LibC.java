// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.jna;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;

/// The C library on 64-bit Linux. Every call that fails throws the `errno`.
public final class LibC {
    public static final int CLONE_FS = 0x200;
    public static final int CLONE_NEWNS = 0x20000;
    public static final int CLONE_NEWNET = 0x40000000;
    public static final int O_RDONLY = 0;
    public static final int O_RDWR = 2;
    public static final int O_NONBLOCK = 0x800;
    public static final int O_CLOEXEC = 0x80000;
    public static final long MS_BIND = 4096;
    public static final long MS_REC = 16384;
    public static final int MNT_DETACH = 2;
    public static final long TUNSETIFF = 0x400454caL;
    public static final short IFF_TUN = 1;
    public static final short IFF_NO_PI = 0x1000;
    public static final short POLLIN = 1;
    public static final int SCHED_RR = 2;
    public static final int AF_INET = 2;
    public static final int AF_INET6 = 10;
    public static final int AF_PACKET = 17;
    public static final int SOCK_STREAM = 1;
    public static final int SOCK_DGRAM = 2;
    public static final int SOCK_RAW = 3;
    public static final int SOCK_NONBLOCK = 0x800;
    public static final int SOCK_CLOEXEC = 0x80000;
    public static final int IPPROTO_ICMP = 1;
    public static final int IPPROTO_ICMPV6 = 58;
    public static final int SOL_SOCKET = 1;
    public static final int SO_REUSEADDR = 2;
    public static final int SO_LINGER = 13;
    public static final int SO_BINDTODEVICE = 25;
    public static final int SO_RCVBUF = 8;
    public static final int SO_RCVBUFFORCE = 33;
    public static final int SOL_PACKET = 263;
    public static final int PACKET_IGNORE_OUTGOING = 23;
    public static final long SIOCGSTAMPNS = 0x8907L;
    public static final long SYS_PIDFD_OPEN = 434;
    public static final int SIGKILL = 9;
    public static final int SIGTERM = 15;
    public static final int SIGCONT = 18;
    public static final int SIGSTOP = 19;

    static {
        Native.register(LibC.class, "c");
    }

    public static native int unshare(int flags) throws LastErrorException;

    public static native int setns(int descriptor, int type) throws LastErrorException;

    public static native int open(String path, int flags) throws LastErrorException;

    public static native int close(int descriptor) throws LastErrorException;

    public static native int mount(String source, String target, String type, long flags, String data)
            throws LastErrorException;

    public static native int umount2(String target, int flags) throws LastErrorException;

    public static native int ioctl(int descriptor, long request, byte[] argument) throws LastErrorException;

    public static native int eventfd(int start, int flags) throws LastErrorException;

    /// `poll(2)`.
    ///
    /// @param descriptors address of `count` times `struct pollfd`
    /// @param timeout milliseconds, or -1 to wait for ever
    public static native int poll(long descriptors, long count, int timeout) throws LastErrorException;

    /// `read(2)`.
    ///
    /// @param buffer address of at least `size` bytes
    public static native long read(int descriptor, long buffer, long size) throws LastErrorException;

    public static native long write(int descriptor, byte[] bytes, long size) throws LastErrorException;

    /// `sched_setscheduler(2)`.
    ///
    /// @param thread 0 for the calling one
    /// @param priority an array of one `int`, which is `struct sched_param`
    public static native int sched_setscheduler(int thread, int policy, int[] priority) throws LastErrorException;

    public static native int socket(int domain, int type, int protocol) throws LastErrorException;

    public static native int setsockopt(int descriptor, int level, int name, byte[] value, int size)
            throws LastErrorException;

    public static native int bind(int descriptor, byte[] address, int size) throws LastErrorException;

    public static native int connect(int descriptor, byte[] address, int size) throws LastErrorException;

    public static native long send(int descriptor, byte[] bytes, long size, int flags) throws LastErrorException;

    public static native long sendto(
            int descriptor, byte[] bytes, long size, int flags, byte[] address, int addressSize)
            throws LastErrorException;

    /// `kill(2)`.
    public static native int kill(int process, int signal) throws LastErrorException;

    /// `syscall(2)`, for calls that older C libraries have no name for.
    public static native long syscall(long number, long first, long second) throws LastErrorException;

    /// `setfsuid(2)`: as whom the calling thread, and no other, opens files and sockets from now on.
    ///
    /// @return as whom it did before
    public static native int setfsuid(int user);

    private LibC() {}
}
