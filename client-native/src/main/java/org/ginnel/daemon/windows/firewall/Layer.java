// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import java.util.List;
import java.util.UUID;

/// Where in Windows' network stack a filter is asked, for one family of addresses. Identifiers are those of
/// `fwpmu.h`.
enum Layer {
    /// A program sends to somebody for the first time, or again after the filters changed
    /// (`FWPM_LAYER_ALE_AUTH_CONNECT`). Answers belong to it and are not asked again.
    CONNECT4("connect4", "c38d57d1-05a7-4c33-904f-7fbceee60e82"),
    CONNECT6("connect6", "4a72393b-319f-44bc-84c3-ba54dcb3b6b4"),
    /// Somebody sends to a program who was not asked (`FWPM_LAYER_ALE_AUTH_RECV_ACCEPT`).
    ACCEPT4("accept4", "e1cd9fe7-f4b5-4273-96c0-592e487b8650"),
    ACCEPT6("accept6", "a3b42c97-9f04-4672-b87e-cee9c483257f"),
    /// A packet has arrived, and nobody has looked at it (`FWPM_LAYER_INBOUND_IPPACKET`).
    ARRIVE4("arrive4", "c86fd1bf-21cd-497e-a0bb-17425c885c58"),
    ARRIVE6("arrive6", "f52032cb-991c-46e7-971d-2601459a91ca"),
    /// A packet of a computer behind this one (`FWPM_LAYER_IPFORWARD`).
    FORWARD4("forward4", "a82acc24-4ee1-4ee1-b465-fd1d25cb10a4"),
    FORWARD6("forward6", "7b964818-19c7-493a-b71f-832c3684d28c");

    static final List<Layer> CONNECT = List.of(CONNECT4, CONNECT6);
    static final List<Layer> ACCEPT = List.of(ACCEPT4, ACCEPT6);
    static final List<Layer> FORWARD = List.of(FORWARD4, FORWARD6);

    private final String word;
    private final UUID key;

    Layer(String word, String key) {
        this.word = word;
        this.key = UUID.fromString(key);
    }

    /// In goldens.
    String word() {
        return word;
    }

    /// How Windows knows it.
    UUID key() {
        return key;
    }
}
