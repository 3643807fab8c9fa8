// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.util.Optional;
import java.util.stream.Stream;

/// What a message asks for, or tells; numbers of `linux/rtnetlink.h`.
public enum Verb {
    NEW_LINK(16),
    DELETE_LINK(17),
    GET_LINK(18),
    NEW_ADDRESS(20),
    DELETE_ADDRESS(21),
    NEW_ROUTE(24),
    DELETE_ROUTE(25),
    GET_ROUTE(26),
    NEW_RULE(32),
    DELETE_RULE(33),
    GET_RULE(34);

    private final int number;

    Verb(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Optional<Verb> of(int number) {
        return Stream.of(values()).filter(verb -> verb.number == number).findFirst();
    }
}
