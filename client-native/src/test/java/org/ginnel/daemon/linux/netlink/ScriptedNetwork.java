// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A kernel that answers what a test wrote for it, in this order: a request that was not expected fails, and
/// [#close()] fails when one that was expected never came. Its changes are what the test tells.
public final class ScriptedNetwork implements Network, AutoCloseable {
    private record Line(Request request, Conversation.Answer answer) {}

    private final Deque<Line> script = new ArrayDeque<>();
    private final List<String> surprises = new ArrayList<>();
    private Optional<Consumer<Change>> listener = Optional.empty();
    private boolean broken;

    /// Expects this request and tells these.
    public ScriptedNetwork expect(Request request, Thing... things) {
        var told = Stream.of(things)
                .map(thing -> new Told(thing, false, new Head.Echo(ByteBuffer.allocate(0))))
                .toList();
        script.add(new Line(request, new Conversation.Answer(told, Optional.empty())));
        return this;
    }

    /// Expects this request and refuses it.
    public ScriptedNetwork refuse(Request request, int errno) {
        var refused = new Refused(request, errno, "as the test wrote");
        script.add(new Line(request, new Conversation.Answer(List.of(), Optional.of(refused))));
        return this;
    }

    /// From now on every conversation breaks, or none.
    public void breakDown(boolean now) {
        broken = now;
    }

    /// Tells a change to whoever watches.
    public void tell(Change change) {
        listener.orElseThrow().accept(change);
    }

    public boolean isWatched() {
        return listener.isPresent();
    }

    @Override
    public Conversation talk() throws NetlinkException {
        if (broken) {
            throw new NetlinkException("broken by the test");
        }
        return new Conversation() {
            @Override
            public List<Refused> change(List<Request> requests) {
                return requests.stream()
                        .flatMap(request -> next(request).refused().stream())
                        .toList();
            }

            @Override
            public Answer ask(Request request) {
                return next(request);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    private Conversation.Answer next(Request request) {
        var line = script.poll();
        if (line == null || !line.request.equals(request)) {
            var surprise = "asked " + request + ", expected " + (line == null ? "nothing" : line.request);
            surprises.add(surprise);
            throw new AssertionError(surprise);
        }
        return line.answer;
    }

    /// Firewalls are not scripted.
    @Override
    public Watch watchFirewall(Consumer<Change> wanted) throws NetlinkException {
        throw new NetlinkException("no firewall in this script");
    }

    @Override
    public Watch watch(Set<Topic> topics, Consumer<Change> wanted) {
        listener = Optional.of(wanted);
        return () -> listener = Optional.empty();
    }

    @Override
    public void close() {
        if (!surprises.isEmpty()) {
            throw new AssertionError(surprises.toString());
        }
        if (!script.isEmpty()) {
            throw new AssertionError("never asked " + script);
        }
    }
}
