// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.problem;

import org.ginnel.ui.text.Message;

/// Problems with what the key is and what it is entitled to.
final class AccountProblems {
    static Problem notLoggedIn() {
        return Problem.curable(
                Message.of("notLoggedIn.title"),
                Message.of("notLoggedIn.why"),
                Message.of("notLoggedIn.next"),
                new Remedy.ChangeKey(true));
    }

    static Problem keyRefused() {
        return Problem.curable(
                Message.of("keyRefused.title"),
                Message.of("keyRefused.why"),
                Message.of("keyRefused.next"),
                new Remedy.ChangeKey(false));
    }

    static Problem tierRefused(String server) {
        return Problem.curable(
                Message.of("tierRefused.title", server),
                Message.of("tierRefused.why"),
                Message.of("tierRefused.next"),
                new Remedy.ChooseServer());
    }

    static Problem noServers() {
        return Problem.curable(
                Message.of("noServers.title"),
                Message.of("noServers.why"),
                Message.of("noServers.next"),
                new Remedy.Retry());
    }

    static Problem unknownServer(String server) {
        return Problem.curable(
                Message.of("unknownServer.title", server),
                Message.of("unknownServer.why"),
                Message.of("unknownServer.next"),
                new Remedy.ChooseServer());
    }

    private AccountProblems() {}
}
