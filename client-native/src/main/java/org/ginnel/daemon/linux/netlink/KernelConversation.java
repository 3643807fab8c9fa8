// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ginnel.daemon.linux.netlink.jna.LibC;

/// A conversation with the kernel over one socket. Changes go out many at a time: the kernel carries out a
/// datagram before `send` returns, and goes on behind what it refuses.
final class KernelConversation implements Conversation {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /// So many that their answers fit into the socket's usual room of 208 KiB.
    private static final int AT_ONCE = 64;

    private static final int LONGEST_LIST = 1 << 16;
    private static final int MOST_INTERRUPTIONS = 16;

    private final NetlinkSocket socket;
    private final ByteBuffer out;
    private int sequence;

    private KernelConversation(NetlinkSocket socket) {
        this.socket = socket;
        this.out = socket.allocate(NetlinkSocket.LARGEST);
    }

    static KernelConversation begin() throws NetlinkException {
        var socket = NetlinkSocket.open(0, Arena.ofConfined());
        socket.prefer(LibC.NETLINK_CAP_ACK);
        socket.prefer(LibC.NETLINK_EXT_ACK);
        socket.prefer(LibC.NETLINK_GET_STRICT_CHK);
        return new KernelConversation(socket);
    }

    @Override
    public List<Refused> change(List<Request> requests) throws NetlinkException {
        var refused = new ArrayList<Refused>();
        for (int from = 0; from < requests.size(); from += AT_ONCE) {
            var sent = send(requests.subList(from, Math.min(requests.size(), from + AT_ONCE)));
            refused.addAll(verdicts(sent));
        }
        return refused;
    }

    private List<Refused> verdicts(SortedMap<Integer, Request> sent) throws NetlinkException {
        var refused = new ArrayList<Refused>();
        var waiting = new TreeMap<>(sent);
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (!waiting.isEmpty()) {
            for (var message : receive(deadline)) {
                if (Verdict.ends(message) && waiting.containsKey(message.sequence())) {
                    refusal(waiting.get(message.sequence()), message).ifPresent(refused::add);
                    waiting.remove(message.sequence());
                }
            }
        }
        return refused;
    }

    @Override
    public Answer ask(Request request) throws NetlinkException {
        for (int attempt = 0; attempt < MOST_INTERRUPTIONS; attempt++) {
            var answer = attempt(request);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new NetlinkException("what is listed changes faster than it can be read");
    }

    /// Empty when the list changed while it was read.
    private Optional<Answer> attempt(Request request) throws NetlinkException {
        var mine = send(List.of(request)).firstKey();
        var told = new ArrayList<Told>();
        var interrupted = false;
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            for (var message : receive(deadline)) {
                if (message.sequence() != mine) {
                    continue;
                }
                interrupted |= message.isInterrupted();
                if (Verdict.ends(message)) {
                    var refused = refusal(request, message);
                    return interrupted ? Optional.empty() : Optional.of(new Answer(told, refused));
                }
                Told.read(message).ifPresent(told::add);
            }
            if (told.size() > LONGEST_LIST) {
                throw new NetlinkException("a list of more than " + LONGEST_LIST);
            }
        }
    }

    private SortedMap<Integer, Request> send(List<Request> requests) throws NetlinkException {
        var sent = new TreeMap<Integer, Request>();
        out.clear();
        for (var request : requests) {
            if (request.bytes() > out.remaining()) {
                throw new NetlinkException("a request of " + request.bytes() + " bytes");
            }
            sent.put(++sequence, request);
            request.put(out, sequence);
        }
        socket.send(out.flip());
        return sent;
    }

    private List<Message> receive(long deadline) throws NetlinkException {
        while (true) {
            var datagram = socket.receive();
            if (datagram.isPresent()) {
                return Message.readAll(copy(datagram.get()))
                        .orElseThrow(() -> new NetlinkException("an answer that cannot be read"));
            }
            var millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (millis <= 0 || !socket.await(-1, Math.toIntExact(millis))) {
                throw new NetlinkException("no answer within " + LIMIT);
            }
        }
    }

    private static ByteBuffer copy(ByteBuffer datagram) {
        return ByteBuffer.allocate(datagram.remaining())
                .order(ByteOrder.nativeOrder())
                .put(datagram)
                .flip();
    }

    private static Optional<Refused> refusal(Request request, Message message) throws NetlinkException {
        var verdict = Verdict.read(message).orElseThrow(() -> new NetlinkException("a verdict that cannot be read"));
        if (verdict.errno() == 0) {
            return Optional.empty();
        }
        var text = verdict.text().isEmpty() ? LibC.strerror(verdict.errno()) : verdict.text();
        return Optional.of(new Refused(request, verdict.errno(), text));
    }

    @Override
    public void close() {
        socket.close();
    }
}
