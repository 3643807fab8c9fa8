// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Questions to the kernel about links, addresses, routes and rules, and its answers, within two seconds each.
/// Not to be shared between threads.
public interface Conversation extends AutoCloseable {
    /// Asks for each, in this order, whatever becomes of the one before.
    ///
    /// @return those that were refused, in the same order
    List<Refused> change(List<Request> requests) throws NetlinkException;

    /// Asks for one, or with [How#LIST] for all there are. What a list holds was all there at one time.
    Answer ask(Request request) throws NetlinkException;

    @Override
    void close();

    /// What the kernel told, in its order.
    ///
    /// @param refused why there is no more of it; empty when it is complete
    record Answer(List<Told> told, Optional<Refused> refused) {
        public Answer {
            told = List.copyOf(told);
        }

        /// The first interface in it.
        public Optional<Link> link() {
            return told.stream()
                    .map(Told::thing)
                    .flatMap(thing -> thing instanceof Link link ? Stream.of(link) : Stream.empty())
                    .findFirst();
        }
    }
}
