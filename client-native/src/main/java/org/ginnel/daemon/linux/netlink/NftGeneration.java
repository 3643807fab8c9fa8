// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ginnel.daemon.linux.netlink.jna.LibC;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How many transactions of nftables a network namespace has seen, whoever made them: the kernel's own count, of
/// the namespace of the thread that asks first. For one thread; its socket lives as long as the process, since
/// closing one waits for the kernel.
public final class NftGeneration {
    private static final Logger LOG = LoggerFactory.getLogger(NftGeneration.class);

    /// `NFNL_SUBSYS_NFTABLES << 8 | NFT_MSG_GETGEN`, `linux/netfilter/nf_tables.h`.
    private static final int GET = 10 << 8 | 16;

    private static final int NEW = 10 << 8 | 15;
    private static final int REQUEST = 1;
    private static final int BYTES = 20;
    private static final int NFGENMSG_BYTES = 4;
    private static final int GENERATION_ATTRIBUTE = 1;
    private static final int GENERATION_BYTES = 8;
    private static final int LIMIT_MILLIS = 2000;

    /// The C library reads it where it is.
    private final ByteBuffer question = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.nativeOrder());

    private Optional<NetlinkSocket> socket = Optional.empty();
    private boolean unknown;
    private int sequence;

    /// The count now; empty when the kernel does not tell it.
    public OptionalInt now() {
        if (unknown) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(ask(open()));
        } catch (NetlinkException | LinkageError e) {
            LOG.warn("nftables' generation cannot be read: {}", e.getMessage());
            unknown = true;
            return OptionalInt.empty();
        }
    }

    private NetlinkSocket open() throws NetlinkException {
        if (socket.isEmpty()) {
            socket = Optional.of(NetlinkSocket.open(LibC.NETLINK_NETFILTER, 0, Arena.ofShared()));
        }
        return socket.get();
    }

    private int ask(NetlinkSocket to) throws NetlinkException {
        var request = question.clear();
        request.putInt(BYTES).putShort((short) GET).putShort((short) REQUEST);
        request.putInt(++sequence).putInt(0).putInt(0);
        to.send(request.flip());
        while (true) {
            var datagram = to.receive();
            if (datagram.isPresent()) {
                var answer = answer(datagram.get());
                if (answer.isPresent()) {
                    return answer.getAsInt();
                }
            } else if (!to.await(-1, LIMIT_MILLIS)) {
                throw new NetlinkException("no answer");
            }
        }
    }

    private OptionalInt answer(ByteBuffer datagram) throws NetlinkException {
        for (var message : Message.readAll(datagram).orElse(List.of())) {
            if (message.sequence() == sequence) {
                return OptionalInt.of(read(message).orElseThrow(() -> new NetlinkException("refused")));
            }
        }
        return OptionalInt.empty();
    }

    /// The attribute is the first behind `struct nfgenmsg`, and in network order.
    private static Optional<Integer> read(Message message) {
        var body = message.reader();
        if (message.type() != NEW || body.remaining() < NFGENMSG_BYTES + GENERATION_BYTES) {
            return Optional.empty();
        }
        var attribute = body.position(NFGENMSG_BYTES);
        var length = attribute.getShort();
        var type = attribute.getShort();
        return length == GENERATION_BYTES && type == GENERATION_ATTRIBUTE
                ? Optional.of(attribute.order(ByteOrder.BIG_ENDIAN).getInt())
                : Optional.empty();
    }
}
